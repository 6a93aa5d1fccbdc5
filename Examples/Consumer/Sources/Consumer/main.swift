import Allonym

let resolver = try Resolver()  // the curated tables, embedded
let answer = try resolver.resolve("Cho Chun Ren")
if let best = answer.best {
  print(best.entity.preferredName(for: "en")?.text ?? best.entity.id)  // Jo Chun Ryong
  print(best.entity.preferredName(for: "ko")?.text ?? "")  // 조춘룡
  print(best.evidence.outcome.name, best.evidence.score)  // same, and how likely that is
  print(best.evidence.summary)  // 조춘룡 written in Korean press Russian, then BGN/PCGN 1947, …
}

let russian = try Transliterator("bgnpcgn-rus-Cyrl-Latn-1947")
print(try russian.transliterate("Чо Чун Рён"))  // Cho Chun Rën

let comparison = try Matcher().match("Kim Chen Yn", "Kim Jong Un")
print(comparison.outcome == .same)  // true
print(comparison.summary)

// What follows checks answers: one that is wrong ends the process with status 1.
var checks = Checks(resolver: resolver)
try checks.expect("Cho Chun Ren", names: "조춘룡")
try checks.expect("Чо Чун Рён", names: "조춘룡")
try checks.expect("Lee Hongzhong", names: "李鸿忠")
try checks.expect("李鴻忠", names: "李鸿忠")
try checks.expect("Kim Chen Yn", names: "김정은")
try checks.expectNobody("Wichit Charoensuk")
try checks.expectNobody("🙂")
checks.expect("BGN/PCGN of Чо Чун Рён", try russian.transliterate("Чо Чун Рён"), "Cho Chun Rën")
checks.expect("Kim Chen Yn and Kim Jong Un", comparison.outcome.name, "same")
checks.expect(
  "Kim Jong Un and Kim Jong Il", try Matcher().match("Kim Jong Un", "Kim Jong Il").outcome.name, "different")
checks.finish()
