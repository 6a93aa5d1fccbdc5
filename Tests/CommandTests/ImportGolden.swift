// What importers make of the samples, each name with its language and kind.

enum ImportGolden {
  static let wikidataBelarusian = #"""
    {"id":"Q900001","type":"person","country":"KR","born":"1961-03","wikidata":"Q900001","names":[\#
    {"text":"Кім","lang":"be-tarask","kind":"pref","source":"wikidata"},\#
    {"text":"Kim C.","lang":"mul","kind":"pref","source":"wikidata"}]}

    """#

  static let statements = #"""
    {"id":"x-1","type":"person","country":"RU","names":[{"text":"Ilya Zorvan","lang":"en","kind":"pref","source":"ftm"},\#
    {"text":"Илья Зорван","lang":"ru","kind":"pref","source":"ftm"},\#
    {"text":"Zorvan, Elias","lang":"und-Latn","kind":"alt","source":"ftm"},\#
    {"text":"the Fox","lang":"en","kind":"weak","source":"ftm"}]}

    """#

  static let ftm = #"""
    {"id":"x-1","type":"person","country":"RU","born":"1948-12-10","wikidata":"Q900004","names":[\#
    {"text":"Ilya Zorvan","lang":"und-Latn","kind":"pref","source":"ftm"},\#
    {"text":"ZORVAN Ilya","lang":"und-Latn","kind":"alt","source":"ftm"},\#
    {"text":"Илья Зорван","lang":"und-Cyrl","kind":"pref","source":"ftm"},\#
    {"text":"Elias Zorvan","lang":"und-Latn","kind":"alt","source":"ftm"},\#
    {"text":"Ilya Zorwan","lang":"und-Latn","kind":"former","source":"ftm"},\#
    {"text":"the Fox","lang":"und-Latn","kind":"weak","source":"ftm"}]}
    {"id":"x-2","type":"person","names":[{"text":"Ann Lark","lang":"und-Latn","kind":"pref","source":"ftm"}]}

    """#

  static let openSanctions = #"""
    {"id":"x-1","type":"person","country":"RU","born":"1948-12-10","names":[\#
    {"text":"Ilya Zorvan","lang":"und-Latn","kind":"pref","source":"opensanctions"},\#
    {"text":"Elias Zorvan","lang":"und-Latn","kind":"alt","source":"opensanctions"},\#
    {"text":"Zorvan; Ilya \"the Fox\"","lang":"und-Latn","kind":"alt","source":"opensanctions"},\#
    {"text":"Илья Зорван","lang":"und-Cyrl","kind":"alt","source":"opensanctions"}]}

    """#

  static let ofac = #"""
    {"id":"ofac-36","type":"organization","names":[\#
    {"text":"ZORVAN TRADING, S.A.","lang":"und-Latn","kind":"pref","source":"ofac"},\#
    {"text":"ZTSA","lang":"und-Latn","kind":"weak","source":"ofac"},\#
    {"text":"ZORVAN COMMERCIAL","lang":"und-Latn","kind":"alt","source":"ofac"}]}
    {"id":"ofac-40","type":"person","born":"1948-12-10","names":[\#
    {"text":"Ilya Petrovich ZORVAN","lang":"und-Latn","kind":"pref","source":"ofac"},\#
    {"text":"THE FOX","lang":"und-Latn","kind":"weak","source":"ofac"},\#
    {"text":"Elias ZORWAN","lang":"und-Latn","kind":"former","source":"ofac"},\#
    {"text":"Elias ZORVAN Jr.","lang":"und-Latn","kind":"alt","source":"ofac"}]}
    {"id":"ofac-41","type":"vessel","names":[\#
    {"text":"SEA LARK","lang":"und-Latn","kind":"pref","source":"ofac"}]}

    """#

  static let ofacXML = #"""
    {"id":"ofac-40","type":"person","born":"1948-12-10","names":[\#
    {"text":"Ilya Petrovich ZORVAN","lang":"und-Latn","kind":"pref","source":"ofac"},\#
    {"text":"Elias ZORWAN","lang":"und-Latn","kind":"former","source":"ofac"},\#
    {"text":"THE FOX","lang":"und-Latn","kind":"weak","source":"ofac"}]}
    {"id":"ofac-36","type":"organization","names":[\#
    {"text":"ZORVAN & SONS","lang":"und-Latn","kind":"pref","source":"ofac"}]}

    """#

  static let un = #"""
    {"id":"un-100","type":"person","born":"1961-03-04","names":[\#
    {"text":"ILYA PETROV ZORVAN","lang":"und-Latn","kind":"pref","source":"un"},\#
    {"text":"إيليا زورفان","lang":"und-Arab","kind":"pref","source":"un"},\#
    {"text":"Elias Zorvan","lang":"und-Latn","kind":"alt","source":"un"},\#
    {"text":"Ilyas Zorfan","lang":"und-Latn","kind":"alt","source":"un"},\#
    {"text":"Abu Fox","lang":"und-Latn","kind":"weak","source":"un"}]}
    {"id":"un-200","type":"organization","names":[\#
    {"text":"QUELLIN FOUNDATION","lang":"und-Latn","kind":"pref","source":"un"},\#
    {"text":"Zorvan Relief","lang":"und-Latn","kind":"former","source":"un"}]}

    """#

  static let euXML = #"""
    {"id":"eu-13","type":"person","country":"RU","born":"1948-12-10","names":[\#
    {"text":"Ilya Zorvan","lang":"und-Latn","kind":"pref","source":"eu"},\#
    {"text":"Илья Зорван","lang":"ru","kind":"pref","source":"eu"},\#
    {"text":"Zorvan the Fox","lang":"en","kind":"weak","source":"eu"},\#
    {"text":"Elias Zorvan","lang":"und-Latn","kind":"alt","source":"eu"}]}
    {"id":"eu-14","type":"organization","names":[\#
    {"text":"Quellin Shipping","lang":"und-Latn","kind":"weak","source":"eu"}]}

    """#

  static let euCSV = #"""
    {"id":"eu-13","type":"person","country":"RU","born":"1948-12-10","names":[\#
    {"text":"Ilya Zorvan","lang":"und-Latn","kind":"pref","source":"eu"},\#
    {"text":"Илья Зорван","lang":"ru","kind":"pref","source":"eu"}]}
    {"id":"eu-14","type":"organization","names":[\#
    {"text":"Quellin \"Q\"; Sons","lang":"und-Latn","kind":"weak","source":"eu"}]}

    """#

  static let uk = #"""
    {"id":"uk-RUS0001","type":"person","born":"1948-12-10","names":[\#
    {"text":"Ilya Petrovich ZORVAN","lang":"und-Latn","kind":"pref","source":"uk"},\#
    {"text":"Илья Зорван","lang":"ru","kind":"pref","source":"uk"},\#
    {"text":"Elias ZORWAN","lang":"und-Latn","kind":"alt","source":"uk"},\#
    {"text":"THE FOX","lang":"und-Latn","kind":"weak","source":"uk"}]}
    {"id":"uk-SHP0002","type":"vessel","names":[\#
    {"text":"SEA LARK","lang":"und-Latn","kind":"pref","source":"uk"}]}

    """#

  static let jrc = #"""
    {"id":"jrc-1","type":"person","names":[\#
    {"text":"Ilya Zorvan","lang":"und-Latn","kind":"pref","source":"jrc-names"},\#
    {"text":"Илья Зорван","lang":"ru","kind":"alt","source":"jrc-names"},\#
    {"text":"Zorvan","lang":"und-Latn","kind":"weak","source":"jrc-names"}]}
    {"id":"jrc-2","type":"organization","names":[\#
    {"text":"Reach \"R\"","lang":"und-Latn","kind":"pref","source":"jrc-names"}]}

    """#

  static let geonames = #"""
    {"id":"geonames-2000003","type":"place","country":"XX","names":[\#
    {"text":"Larkberg \"Lake\"","lang":"und-Latn","kind":"pref","source":"geonames"}]}
    {"id":"geonames-7000001","type":"place","country":"RU","wikidata":"Q900003","names":[\#
    {"text":"Kvellin","lang":"und-Latn","kind":"pref","source":"geonames"},\#
    {"text":"Квеллингорск","lang":"ru","kind":"pref","source":"geonames"},\#
    {"text":"Квеллин","lang":"ru","kind":"alt","source":"geonames"},\#
    {"text":"Foxtown","lang":"en","kind":"weak","source":"geonames"},\#
    {"text":"Царёво","lang":"ru","kind":"former","source":"geonames","note":"from 19150903 until 19 February 2008"},\#
    {"text":"Renard-Ville","lang":"fr","kind":"former","source":"geonames"},\#
    {"text":"KVL","lang":"und-Latn","kind":"abbr","source":"geonames"}]}
    {"id":"geonames-7000002","type":"facility","country":"RU","names":[\#
    {"text":"Fox Mill","lang":"und-Latn","kind":"pref","source":"geonames"}]}

    """#

  static let geonamesRussian = #"""
    {"id":"geonames-7000001","type":"place","country":"RU","wikidata":"Q900003","names":[\#
    {"text":"Квеллингорск","lang":"ru","kind":"pref","source":"geonames"},\#
    {"text":"Квеллин","lang":"ru","kind":"alt","source":"geonames"},\#
    {"text":"Царёво","lang":"ru","kind":"former","source":"geonames","note":"from 19150903 until 19 February 2008"}]}

    """#

  static let geonamesAlone = #"""
    {"id":"geonames-7000002","type":"facility","country":"RU","names":[\#
    {"text":"Fox Mill","lang":"und-Latn","kind":"pref","source":"geonames"}]}

    """#

  static let wikidata = #"""
    {"id":"Q900001","type":"person","country":"KR","born":"1961-03","wikidata":"Q900001","names":[\#
    {"text":"김철별","lang":"ko","kind":"pref","source":"wikidata"},\#
    {"text":"Kim Cheol-byeol","lang":"en","kind":"pref","source":"wikidata"},\#
    {"text":"Кім","lang":"be-tarask","kind":"pref","source":"wikidata"},\#
    {"text":"Kim C.","lang":"mul","kind":"pref","source":"wikidata"},\#
    {"text":"Kim","lang":"ru-Latn","kind":"pref","source":"wikidata"},\#
    {"text":"김돌","lang":"ko","kind":"former","source":"wikidata"},\#
    {"text":"Kim \"Star\"","lang":"en","kind":"alt","source":"wikidata"}]}

    """#

  static let wikidataKorean = #"""
    {"id":"Q900001","type":"person","country":"KR","born":"1961-03","wikidata":"Q900001","names":[\#
    {"text":"김철별","lang":"ko","kind":"pref","source":"wikidata"},\#
    {"text":"Kim C.","lang":"mul","kind":"pref","source":"wikidata"},\#
    {"text":"김돌","lang":"ko","kind":"former","source":"wikidata"}]}

    """#

  static let wikidataWork = #"""
    {"id":"Q900003","type":"work","wikidata":"Q900003","names":[\#
    {"text":"Thing","lang":"en","kind":"pref","source":"wikidata"}]}

    """#

  static let marc = #"""
    {"id":"marc-n99001","type":"person","country":"RU","born":"1840","died":"1893","wikidata":"Q900004","names":[\#
    {"text":"Ilya P. Zorvan","lang":"und-Latn","kind":"pref","source":"marc"},\#
    {"text":"Илья Зорван","lang":"und-Cyrl","kind":"pref","source":"marc"},\#
    {"text":"Elias Zorwan","lang":"und-Latn","kind":"former","source":"marc"},\#
    {"text":"The Fox","lang":"und-Latn","kind":"alt","source":"marc"}]}
    {"id":"marc-n99002","type":"organization","names":[\#
    {"text":"Quellin Office of Larks","lang":"und-Latn","kind":"pref","source":"marc"}]}

    """#

  static let wideTable = #"""
    {"id":"1","type":"person","country":"RU","names":[{"text":"Zorvan, Ilya","lang":"en","kind":"pref"},\#
    {"text":"Зорван Илья","lang":"ru","kind":"pref"},{"text":"Ilja Zorvan","lang":"und-Latn","kind":"alt"},\#
    {"text":"Z.","lang":"und-Latn","kind":"alt"},{"text":"Ilya Q. Zorvan","lang":"en","kind":"alt"}]}
    {"id":"2","type":"place","names":[{"text":"Quell in","lang":"en","kind":"pref"},\#
    {"text":"a \"b\" c","lang":"und-Latn","kind":"alt"}]}

    """#

  static let longTable = #"""
    {"id":"7","type":"vessel","names":[{"text":"Жаворонок","lang":"ru","kind":"pref","source":"fleet"},\#
    {"text":"Sea \"Lark\"","lang":"en","kind":"pref","source":"fleet"}]}

    """#
}
