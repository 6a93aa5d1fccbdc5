import Allonym
let r = try Resolver()
for n in CommandLine.arguments.dropFirst() {
  let a = try r.resolve(n)
  print(n, a.outcome.name, a.candidates.map { "\($0.entity.id) \($0.evidence.score) \($0.evidence.summary)" }, a.restoration?.text ?? "")
  if case .derivation(let d)? = a.candidates.first?.evidence.basis { print("    ", d.path, d.cost) }
}
