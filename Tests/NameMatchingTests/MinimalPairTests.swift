import Testing

@testable import NameMatching

/// Names that look alike and are not: the promise that matters most. And names that are one and look different, with
/// what the spelling alone can tell of them today.
struct MinimalPairTests {
  @Test(arguments: [
    // Different syllables of well-formed names.
    ("Kim Jong-un", "Kim Jong-il"), ("Kim Jong-un", "Kim Yo-jong"), ("Kim Jong Un", "Kim Un Jong"), ("김정은", "김정일"),
    ("김정은", "Kim Jong Il"), ("Ким Чен Ын", "Ким Чен Ир"), ("Ким Чен Ир", "Kim Jong-un"), ("Kim Jongun", "Kim Jongil"),
    ("Kim Chen Yn", "Kim Chen Ir"), ("Kim Chen Yn", "Kim Jong Il"), ("Kim Chen Ir", "김정은"), ("Kim Chen Yn", "김정일"),
    ("김일성", "김정일"), ("Kim Il Sung", "Kim Jong Il"), ("김여정", "김정은"), ("Park Geun-hye", "Park Chung-hee"),
    ("박근혜", "박정희"), ("박근혜", "Park Chung-hee"), ("Jo Chun Ryong", "Jo Yong Won"), ("조춘룡", "조용원"), ("조춘룡", "Jo Yong Won"),
    ("Choe Son Hui", "Choe Ryong Hae"), ("Ri Yong Ho", "Ri Yong Gil"), ("리영호", "리영길"), ("Li Hongzhong", "Li Hongzhang"),
    ("Li Hongzhong", "Li Shangfu"), ("李鸿忠", "李鸿章"), ("李鸿忠", "Li Hongzhang"), ("李鸿忠", "李宏忠"),
    ("Ли Хунчжун", "Ли Хунчжан"),
    ("Ли Хунчжан", "李鸿忠"), ("Lee Hongzhong", "Li Hongzhang"), ("Xi Jinping", "Xi Zhongxun"), ("习近平", "习仲勋"),
    ("Си Цзиньпин", "Си Чжунсюнь"), ("Wang Yi", "Wang Ji"), ("Zhang Wei", "Zhang Hui"),
    // Different words.
    ("Vladimir Putin", "Vladimir Potanin"), ("Alexander Vorontsov", "Mikhail Vorontsov"),
    ("Andrei Rudenko", "Roman Rudenko"),
    ("Андрей Руденко", "Роман Руденко"), ("Андрей Руденко", "Roman Rudenko"), ("Sergei Shoigu", "Sergei Lavrov"),
    ("Сергей Шойгу", "Сергей Лавров"), ("Сергей Шойгу", "Sergei Lavrov"), ("Ivan Petrov", "Ivan Petrenko"),
    ("Maria Petrova", "Marina Petrova"), ("Daria Orlova", "Maria Orlova"), ("الهام", "Ham"), ("公明", "Kim Myeong-gon"),
    ("Kim Hye-ri", "Kim Ye-ri"),
    ("Kim Sang-rok", "Kim Sang-ok"),
    // Readings that no name has: a word divided into more syllables than it is written in, or by way of Cyrillic letters,
    // and sounds that change beside others than these.
    ("Li Qian", "Li Qiang"), ("Liu Yan", "Liu Yang"), ("Chen Lin", "Chen Ling"), ("Wang Min", "Wang Ming"),
    ("Yao Chong", "Yao Hong"), ("박효진", "Park Ho-jin"), ("역포동", "Okp'o-dong"), ("Kim Bo-ra", "Kim Boa"),
    ("석우동", "Songu-dong"), ("Noh Ju-hyun", "Oh Ju-hyun"), ("Kim Reo-jin", "Kim Eo-jin"), ("Kim Re-na", "Kim E-na"),
  ])
  func neverTheSame(first: String, second: String) throws {
    let judge = PairJudge(tables: try compiledTables())
    for judgement in [judge.compare(first, second), judge.compare(second, first)] {
      #expect(judgement.outcome != .same, "\(judgement)")
      #expect(judgement.score < 0.86)
    }
  }

  /// A word in the middle may be left out; the last one may be the surname.
  @Test func wordsThatOneSideLeavesOut() throws {
    let judge = PairJudge(tables: try compiledTables())
    #expect(judge.compare("Krasimir Donchev Karakachanov", "Krasimir Karakachanov").outcome == .same)
    #expect(judge.compare("Arvind Krishnamurthy", "Arvind Krishnamurthy Subramanian").outcome == .compatible)
  }

  @Test(arguments: [
    ("Kim Jong-un", "Kim Jong-il"), ("Li Hongzhong", "Li Hongzhang"), ("김정은", "Kim Jong Il"),
    ("Ким Чен Ир", "Kim Jong-un"),
  ])
  func theGuardSaysWhy(first: String, second: String) throws {
    let judgement = PairJudge(tables: try compiledTables()).compare(first, second)
    #expect(judgement.outcome == .different)
    #expect(judgement.score == 0.01)
    #expect(judgement.summary == "two well-formed names that differ in a syllable")
  }

  /// What one name is written as by the book and by custom.
  @Test(arguments: [
    // McCune and Reischauer write no y behind a sibilant.
    ("김쥬리", "Kim Churi"), ("김쥰호", "Kim Chun-ho"), ("김셩호", "Kim Sŏng-ho"),
    ("Kim Yong-gi", "Kim Yeong-gi"), ("Jeong Ryeowon", "Jung Ryeo-won"), ("Park Jung-hee", "Park Chung-hee"),
    ("Lim Soo-jung", "Im Soo-jung"), ("Songgwan-ni", "Songgwal-li"), ("Sima Qian", "Ssu-ma Ch'ien"),
    ("Kim Chen Yn", "Kim Jong Un"), ("Hsi Chin-ping", "Xi Jinping"),
  ])
  func writtenByTheBookAndByCustom(first: String, second: String) throws {
    let judge = PairJudge(tables: try compiledTables())
    for judgement in [judge.compare(first, second), judge.compare(second, first)] {
      #expect(judgement.outcome == .same, "\(judgement)")
    }
  }

  /// What learned letters tell.
  @Test(arguments: [
    ("Muammar Gaddafi", "Moammar al-Qadhafi"), ("Mohammed bin Salman", "محمد بن سلمان"),
    ("Khrushchev", "Chruschtschow"), ("Абэ Синдзо", "Shinzo Abe"),
    ("Нгуен Фу Чонг", "Nguyen Phu Trong"), ("Hassan-Rajin", "Khasan-Rajin"), ("Abe Shinzo", "安倍晋三"),
    // Custom, Cantonese, Hokkien and Wade–Giles, Vietnamese.
    ("Lee Myung-bak", "이명박"), ("Park Chung-hee", "박정희"), ("蔣介石", "Chiang Kai-shek"), ("梁朝偉", "Leung Chiu-wai"),
    ("李显龙", "Lee Hsien Loong"), ("阮富仲", "Nguyễn Phú Trọng"),
  ])
  func oneName(first: String, second: String) throws {
    let judge = PairJudge(tables: try compiledTables())
    for judgement in [judge.compare(first, second), judge.compare(second, first)] {
      #expect(judgement.outcome == .same, "\(judgement)")
    }
  }

  /// One name each, which the spelling alone does not tell yet: with today's outcome, so that a change shows. Another
  /// dialect, a renamed place, a nickname and a translation need tables; the others need rules that are still missing.
  @Test(arguments: [
    ("Rason", "Najin-Sonbong", "different", "a renamed place"),
    ("Сергея Шойгу", "Sergei Shoigu", "compatible", "the genitive"),
    ("معمر القذافي", "Muammar Gaddafi", "different", "the article is written with the name"),
    ("Chiang Kai-shek", "Jiang Jieshi", "different", "Cantonese and Mandarin"),
    ("Bill Clinton", "William Jefferson Clinton", "compatible", "a nickname"),
  ])
  func notYetTheSame(first: String, second: String, today: String, because: String) throws {
    let judge = PairJudge(tables: try compiledTables())
    #expect(judge.compare(first, second).outcome.name == today, "\(because): move the pair, or say why it got worse")
    #expect(judge.compare(second, first).outcome.name == today)
  }
}
