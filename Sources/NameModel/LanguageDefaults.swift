// Which script a language is written in where its tag does not say, and which languages a country's names are native
// in. Facts of the Unicode CLDR (likely subtags and the official languages of territories).

internal import UnicodeText

/// The script of ISO 15924 that a tag's text is in: the tag's own, or the one its language is mostly written in.
/// `nil` for `und` and for languages whose writing CLDR does not tell.
func impliedScript(of tag: LanguageTag) -> String? {
  if tag.language == "und" || tag.language == "mul" || tag.language == "zxx" { return nil }
  if tag.language == "zh", let region = tag.region, ["TW", "HK", "MO"].contains(region) { return "Hant" }
  if let script = scriptOfLanguage[tag.language] { return script }
  // Of languages with two letters all others are written in Latin ones; there are too many with three to list.
  return tag.language.utf8.count == 2 ? "Latn" : (try? Script.likely(forLanguage: tag.language))?.code
}

/// The languages whose implied script is not `Latn`.
var languagesNotInLatinLetters: Dictionary<String, String>.Keys { scriptOfLanguage.keys }

/// The scripts, as Unicode names them in the property Script, of text in a script code of ISO 15924, which may stand for
/// several (`Jpan`) or for a style of one (`Hans`).
func scriptsWritten(by code: String) -> Set<String> {
  switch code {
  case "Jpan": ["Hani", "Hira", "Kana"]
  case "Kore": ["Hang", "Hani"]
  case "Hans", "Hant": ["Hani"]
  case "Hanb": ["Hani", "Bopo"]
  case "Hrkt": ["Hira", "Kana"]
  case "Jamo": ["Hang"]
  case "Cyrs": ["Cyrl"]
  case "Latf", "Latg": ["Latn"]
  case "Syre", "Syrj", "Syrn": ["Syrc"]
  case "Aran": ["Arab"]
  default: [code]
  }
}

/// Whether a language is officially written in this script beside its most usual one, as Serbian is in Latin letters.
func isSecondScript(_ script: String, ofLanguage language: String) -> Bool {
  secondScripts[language]?.contains(script) == true
}

/// The languages that names of this country are native in, most usual first; empty where none are known.
func nativeLanguages(ofCountry country: String) -> [String] {
  languagesOfCountry[country] ?? []
}

/// Languages not mostly written in Latin letters.
private let scriptOfLanguage: [String: String] = {
  let lists: [(script: String, languages: String)] = [
    (
      "Arab",
      "aeb ar arq ars ary arz bal bej bgn bqi brh ckb fa gbz glk khw ks lah lrc mzn ota prs ps sd sdh shu swb ug ur"
    ),
    ("Armn", "hy"), ("Beng", "as bn bpy mni"), ("Cans", "cr iu oj"), ("Cher", "chr"), ("Copt", "cop"),
    (
      "Cyrl",
      """
      ab ady alt av ba be bg bua ce chm crh cu cv dar inh kaa kbd kk koi krc kum kv ky lez mdf mk mn mrj myv os ru rue \
      sah sr tg tt tyv udm uk
      """
    ),
    ("Deva", "awa bgc bho brx doi gom hi kok kru mag mai mr mwr ne new raj sa"), ("Ethi", "am byn gez ti tig wal"),
    ("Geor", "ka xmf"), ("Goth", "got"), ("Grek", "el grc pnt tsd"), ("Gujr", "gu"), ("Guru", "pa"),
    ("Hans", "gan hak hsn nan wuu zh"), ("Hant", "lzh yue"), ("Hebr", "he lad yi"), ("Jpan", "ja"), ("Khmr", "km"),
    ("Knda", "kn tcy"), ("Kore", "ko"), ("Laoo", "lo"), ("Mlym", "ml"), ("Mymr", "my shn"), ("Nkoo", "nqo"),
    ("Olck", "sat"), ("Orya", "or"), ("Sinh", "si"), ("Syrc", "syr"), ("Taml", "ta"), ("Telu", "te"),
    ("Tfng", "rif shi zgh"), ("Thaa", "dv"), ("Thai", "th"), ("Tibt", "bo dz"), ("Vaii", "vai"), ("Yiii", "ii"),
  ]
  var scripts: [String: String] = [:]
  for list in lists {
    for language in list.languages.split(separator: " ") { scripts[String(language)] = list.script }
  }
  return scripts
}()

private let secondScripts: [String: Set<String>] = [
  "az": ["Cyrl"], "bs": ["Cyrl"], "crh": ["Latn"], "ha": ["Arab"], "kk": ["Arab", "Latn"], "ks": ["Deva"],
  "ku": ["Arab"], "mn": ["Mong"], "ms": ["Arab"], "pa": ["Arab"], "sd": ["Deva"], "shi": ["Latn"], "sr": ["Latn"],
  "tg": ["Arab"], "tt": ["Latn"], "ug": ["Cyrl"], "uz": ["Arab", "Cyrl"], "vai": ["Latn"],
]

private let languagesOfCountry: [String: [String]] = {
  let lists: [(languages: String, countries: String)] = [
    ("af en", "NA"), ("am", "ET"), ("ar", "AE BH EG JO KM KW LB LY MR OM PS QA SA SD SY TN YE"),
    ("ar ckb ku", "IQ"), ("ar fr", "DJ TD"), ("ar kab fr", "DZ"), ("ar zgh", "EH MA"), ("az", "AZ"), ("be ru", "BY"),
    ("bg", "BG"), ("bi en fr", "VU"), ("bn", "BD"), ("bs hr sr", "BA"), ("ca", "AD"), ("cs", "CZ"), ("da", "DK"),
    ("de", "AT DE LI"), ("de fr it", "CH"), ("dv", "MV"), ("dz", "BT"), ("el", "GR"), ("el tr", "CY"),
    (
      "en",
      """
      AG AI AU BB BM BS BW BZ CC CK CX DG DM FJ FK FM GB GD GG GH GI GM GU GY IM IO JE JM KI KN KY LC LR MH MP MS NF \
      NG NU PN SB SH SL SS SX TC TT UM US VC VG VI ZA ZM
      """
    ),
    ("en ga", "IE"), ("en mi", "NZ"), ("en ny", "MW"), ("en zh ms ta", "SG"), ("en fr", "CA"),
    ("es", "AR BO CL CO CR CU DO EA EC ES GQ GT HN IC MX NI PA PE PR SV UY VE"), ("et", "EE"), ("fa ps", "AF"),
    ("fa", "IR"), ("fi sv", "FI"), ("fil en", "PH"), ("fo", "FO"),
    ("fr", "BF BJ BL CF CG CI CM FR GA GF GN GP MC MF MQ NC NE PF PM RE SC SN TF TG WF YT"), ("bm fr", "ML"),
    ("fr lb de", "LU"), ("he ar", "IL"), ("hi en", "IN"), ("hr", "HR"), ("ht fr", "HT"), ("hu", "HU"), ("hy", "AM"),
    ("id", "ID"), ("is", "IS"), ("it", "IT SM VA"), ("ja", "JP"), ("ka", "GE"), ("kk ru", "KZ"), ("kl", "GL"),
    ("km", "KH"), ("ko", "KP KR"), ("ky ru", "KG"), ("lo", "LA"), ("lt", "LT"), ("lv", "LV"), ("mfe en fr", "MU"),
    ("mg fr", "MG"), ("mk", "MK"), ("mn", "MN"), ("ms", "BN MY"), ("mt en", "MT"), ("my", "MM"), ("nb nn no", "NO SJ"),
    ("ne", "NP"), ("nl", "AW NL SR"), ("nl fr de", "BE"), ("pap nl", "BQ CW"), ("pau en", "PW"), ("pl", "PL"),
    ("pt", "AO BR CV GW MZ PT ST"), ("pt tet", "TL"), ("es gn", "PY"), ("rn fr", "BI"), ("ro", "MD RO"), ("ru", "RU"),
    ("rw en fr", "RW"), ("si ta", "LK"), ("sk", "SK"), ("sl", "SI"), ("sm en", "AS WS"), ("sn en", "ZW"),
    ("so ar", "SO"), ("sq", "AL"), ("sq sr", "XK"), ("sr", "RS ME"), ("st en", "LS"), ("sv", "AX SE"),
    ("fr sw", "CD"), ("sw en", "KE TZ UG"), ("tg", "TJ"), ("th", "TH"), ("ti ar", "ER"), ("tk", "TM"), ("to", "TO"),
    ("tpi en", "PG"), ("tr", "TR"), ("tvl en", "TV"), ("uk", "UA"), ("ur en", "PK"), ("uz", "UZ"), ("vi", "VN"),
    ("zh-Hans zh", "CN"), ("zh-Hant zh", "TW"), ("zh-Hant yue zh", "HK MO"),
  ]
  var languages: [String: [String]] = [:]
  for list in lists {
    let tags = list.languages.split(separator: " ").map(String.init)
    for country in list.countries.split(separator: " ") { languages[String(country)] = tags }
  }
  return languages
}()
