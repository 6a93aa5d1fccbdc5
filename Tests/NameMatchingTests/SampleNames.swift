/// Names of all kinds, for properties that hold of any two names.
enum SampleNames {
  /// At least two letters each.
  static let names: [String] = [
    // Korean names and what became of them.
    "조춘룡", "Jo Chun Ryong", "Cho Chun Ren", "Чо Чун Рён", "Cho Ch'un-ryong", "Jo Chunryong", "Чо Чхуллён", "김정은",
    "Kim Jong Un", "Kim Jong-un", "Kim Chen Yn", "Ким Чен Ын", "Ким Чонъын", "Kim Jong-eun", "김정일", "Kim Jong Il",
    "Ким Чен Ир", "Kim Čong-il", "김여정", "Kim Yo Jong", "Ким Ё Чжон", "박근혜", "Park Geun-hye", "Пак Кын Хе", "박정희",
    "Park Chung Hee", "이명박", "Lee Myung-bak", "Ли Мён Бак", "리영호", "Ri Yong Ho", "Ли Ён Хо", "최룡해", "Choe Ryong Hae",
    "Цой Рён Хэ", "남궁민", "Namgung Min", "문재인", "Moon Jae-in", "평양", "Pyongyang", "Пхеньян", "Pkhenyan", "나진", "Rajin",
    "Хасан", "Хасан – Раджин", "Hassan-Rajin", "Khasan-Rajin",
    // Chinese names.
    "李鸿忠", "李鴻忠", "Li Hongzhong", "Lee Hongzhong", "Ли Хунчжун", "Li Khunchzhun", "李鸿章", "Li Hongzhang", "习近平", "習近平",
    "Xi Jinping", "Hsi Chin-p'ing", "Си Цзиньпин", "Si Czinpin", "王毅", "Wang Yi", "Ван И", "欧阳修", "Ouyang Xiu",
    "Ou-yang Hsiu", "单雄信", "Shan Xiongxin", "北京", "Beijing", "Пекин", "Mao Zedong", "Mao Tse-tung", "Мао Цзэдун", "毛泽东",
    "Chiang Kai-shek", "蔣介石", "Jiang Jieshi", "Lǐ Hóngzhōng",
    // Russian and Ukrainian names.
    "Сергей Шойгу", "Sergei Shoigu", "Sergey Shoygu", "Sergueï Choïgou", "Szergej Sojgu", "Сергей Кужугетович Шойгу",
    "Александр Мацегора", "Alexander Matsegora", "Aleksandr Macegora", "Мацегора", "Matsegora", "Владимир Путин",
    "Владимир Владимирович Путин", "Vladimir Putin", "Putin, Vladimir", "Wladimir Putin", "Vladimir Poutine", "ПУТИН",
    "Андрей Руденко", "Andrei Rudenko", "Роман Руденко", "Roman Rudenko", "А. Руденко", "A. Rudenko", "Чайковский",
    "Tchaikovsky", "Чехов", "Chekhov", "Tschechow", "Королёв", "Королев", "Korolyov", "Зеленский", "Zelenskyy",
    "Зеленський",
    "Щербаков", "Shcherbakov", "Никита Хрущёв", "Khrushchev", "Chruschtschow", "Yeltsin", "Jelzin", "Ельцин",
    // Others.
    "Muammar Gaddafi", "معمر القذافي", "Mohammed bin Salman", "محمد بن سلمان", "Nguyễn Phú Trọng", "Nguyen Phu Trong",
    "Нгуен Фу Чонг", "Abe Shinzo", "Shinzō Abe", "安倍晋三", "あべ しんぞう", "Абэ Синдзо", "Ørjan Berg", "Orjan Berg",
    "Somchai Wongsawat",
    "สมชาย วงศ์สวัสดิ์", "Κώστας Σημίτης", "Kostas Simitis", "Երևան", "Yerevan", "თბილისი", "Tbilisi", "Łukasz Żak",
    "José García",
    "García, José", "O'Brien", "Bill Clinton", "William Jefferson Clinton", "J. R. R. Tolkien",
    "John Ronald Reuel Tolkien",
    "Anna Anna Anna", "Anna A. Anna", "Li", "Ли", "李四", "Kim", "Ким", "김수", "An An", "xx", "12", "Ab", "Straße",
    "STRASSE",
    "देवनागरी", "Kim 정은", "Ван Ли Ан", "Ivan Ivan Petrov", "Petrov Ivan I", "A B C D E F G H", "A A A A A A A A A",
  ]

  /// Pairs of names, the same in every run: every name with another by lot, and with the one behind it.
  static func pairs(seed: UInt64) -> [(String, String)] {
    var numbers = SeededNumbers(seed: seed)
    return Array(zip(names, names.shuffled(using: &numbers))) + Array(zip(names, names.dropFirst()))
  }
}
