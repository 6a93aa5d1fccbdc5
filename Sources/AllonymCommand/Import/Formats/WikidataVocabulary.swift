import NameModel

/// What classes, properties and codes of Wikidata mean here.
enum WikidataVocabulary {
  /// The types of instances of common classes.
  static let types: [String: EntityType] = {
    let lists: [(EntityType, String)] = [
      (.person, "Q5 Q15632617 Q95074"),
      (
        .place,
        """
        Q6256 Q3624078 Q515 Q486972 Q532 Q3957 Q1549591 Q484170 Q5119 Q10864048 Q35657 Q34876 Q4022 Q8502 \
        Q23442 Q23397 Q82794 Q1637706 Q15284 Q262166 Q747074 Q1093829 Q107390 Q33837 Q165 Q123705 Q5107 Q7270
        """
      ),
      (
        .organization,
        """
        Q43229 Q783794 Q4830453 Q6881511 Q891723 Q7278 Q192350 Q327333 Q11032 Q1110794 Q192283 Q1616075 Q3918 \
        Q476028 Q163740 Q484652 Q22687 Q176799 Q875538 Q902104 Q4438121 Q215380 Q161726 Q2085381 Q31855 \
        Q245065 Q1320047
        """
      ),
      (.facility, "Q1248784 Q16917 Q33506 Q483110 Q55488 Q12280 Q44782 Q41176"),
      (.event, "Q1190554 Q198 Q178561 Q1656682 Q40231 Q8065"),
      (.work, "Q571 Q7725634 Q11424 Q47461344 Q3305213 Q482994 Q7366 Q5398426 Q41298 Q13442814"),
      (.vessel, "Q11446 Q3114762 Q174736 Q2811 Q17205"),
    ]
    var types: [String: EntityType] = [:]
    for (type, items) in lists {
      for item in items.split(separator: " ") { types[String(item)] = type }
    }
    return types
  }()

  /// The types of items that have a statement of a property: date of birth, given name; coordinates; author, date of
  /// publication; headquarters, chief executive.
  static let implied: [String: EntityType] = [
    "P569": .person, "P735": .person, "P625": .place, "P50": .work, "P577": .work, "P159": .organization,
    "P169": .organization,
  ]

  /// Properties whose values are names: in the native language of a person and of another, official, short, at birth, and
  /// in kana.
  static let names: [String: NameKind] = [
    "P1559": .pref, "P1705": .pref, "P1448": .alt, "P1813": .alt, "P1477": .former, "P1814": .alt,
  ]

  /// Whether the values of a property are of use: names, class, country, beginning and end.
  static func isRead(_ property: String) -> Bool {
    names[property] != nil || ["P31", "P297", "P27", "P17", "P569", "P571", "P570", "P576"].contains(property)
  }

  /// Language codes of Wikimedia that are not of BCP 47, or mean something else there.
  static let languages: [String: String] = [
    "als": "gsw", "bat-smg": "sgs", "be-x-old": "be-tarask", "cbk-zam": "cbk", "eml": "egl", "fiu-vro": "vro",
    "map-bms": "jv-x-bms", "mo": "ro-Cyrl-MD", "no": "nb", "nrm": "nrf", "roa-rup": "rup", "roa-tara": "nap-x-tara",
    "simple": "en", "sr-ec": "sr-Cyrl", "sr-el": "sr-Latn", "zh-classical": "lzh", "zh-min-nan": "nan", "zh-yue": "yue",
  ]

  /// The codes of countries by their items.
  static let countries: [String: String] = {
    let list = """
      Q148 CN Q30 US Q159 RU Q145 GB Q142 FR Q183 DE Q17 JP Q884 KR Q423 KP Q212 UA Q184 BY Q668 IN Q38 IT \
      Q29 ES Q36 PL Q43 TR Q794 IR Q796 IQ Q858 SY Q79 EG Q801 IL Q851 SA Q889 AF Q843 PK Q902 BD Q881 VN \
      Q869 TH Q252 ID Q833 MY Q334 SG Q928 PH Q865 TW Q711 MN Q232 KZ Q265 UZ Q813 KG Q863 TJ Q874 TM Q230 GE \
      Q399 AM Q227 AZ Q41 GR Q229 CY Q403 RS Q219 BG Q218 RO Q28 HU Q213 CZ Q214 SK Q215 SI Q224 HR Q225 BA \
      Q221 MK Q236 ME Q222 AL Q37 LT Q211 LV Q191 EE Q33 FI Q34 SE Q20 NO Q35 DK Q189 IS Q27 IE Q31 BE Q55 NL \
      Q40 AT Q39 CH Q45 PT Q16 CA Q96 MX Q155 BR Q414 AR Q298 CL Q408 AU Q664 NZ Q258 ZA Q1033 NG Q114 KE \
      Q115 ET Q1049 SD Q1016 LY Q948 TN Q262 DZ Q1028 MA Q810 JO Q822 LB Q805 YE Q842 OM Q846 QA Q817 KW Q398 BH \
      Q878 AE Q837 NP Q854 LK Q836 MM Q819 LA Q424 KH Q917 BT Q826 MV Q241 CU Q717 VE Q739 CO Q736 EC Q419 PE \
      Q750 BO Q733 PY Q77 UY
      """
    let words = list.split(separator: " ").map(String.init)
    var countries: [String: String] = [:]
    for index in stride(from: 0, to: words.count - 1, by: 2) { countries[words[index]] = words[index + 1] }
    return countries
  }()
}
