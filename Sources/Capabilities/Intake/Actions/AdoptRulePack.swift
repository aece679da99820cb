package import Kernel
import Localization
package import Storage
import WorkCalendar

extension Permission {
  package static let adoptRulePack = Permission(
    "rulePack.adopt", Text("采用、停用地方规则包", "Adopt and end local rule packs"), [.director])
}

/// 采用地方规则包 · Takes a local rule pack over, whole: from its first day on applications are judged by it, and clocks that
/// start later run by it; the draft it was drawn up as goes. One in force of the same name ends on the day before. Refuses a pack adopted already, one that
/// does not begin after its forerunner, and a limit longer than the law's.
package struct AdoptRulePack: Action {
  package static let permission = Permission.adoptRulePack
  private let pack: LocalRulePack
  private let limits: [LimitRule]
  private let draft: UUIDv7?

  package init(_ pack: LocalRulePack, limits: [LimitRule], draft: UUIDv7? = nil) {
    self.pack = pack
    self.limits = limits
    self.draft = draft
  }

  package func perform(in context: ActionContext) throws -> Done {
    try Refusals.check(pack.refusals(limits))
    if let draft {
      try context.requireVersion(PackDraftTable.one(draft, context.county, context.tx).version)
      try PackDraftTable.delete(draft, in: context)
    }
    let known = try AdoptedPackTable.all(context.county, context.tx)
    try Self.check(pack, after: known)
    let superseded = Self.superseded(by: pack, known)
    for one in superseded {
      try AdoptedPackTable.end(
        one, lastDay: pack.from.adding(days: -1), reason: "由\(pack.document)代替", in: context)
    }
    try AdoptedPackTable.insert(content: CanonicalJSON.encode(pack), in: context)
    context.record(
      "rulePack.adopted", .county(context.county),
      facts: [
        "name": .text(pack.name), "document": .text(pack.document), "from": .day(pack.from),
        "to": .text(pack.to?.description ?? ""), "entries": .list(pack.entries.map { .text($0.key) }),
        "superseded": .number(Int64(superseded.count)),
      ])
    return Done()
  }

  /// Of the packs known, those that a new one of their name ends.
  package static func superseded(by pack: LocalRulePack, _ known: [AdoptedPack]) -> [AdoptedPack] {
    known.filter { $0.name == pack.name && ($0.to.map { pack.from <= $0 } ?? true) }
  }

  private static func check(_ pack: LocalRulePack, after known: [AdoptedPack]) throws {
    let content = try CanonicalJSON.encode(pack)
    if known.contains(where: { $0.content == content && $0.end == nil }) { throw adopted(pack) }
    guard let last = superseded(by: pack, known).map(\.from).max(), pack.from <= last else { return }
    throw Refusal(
      "rulePack.order",
      Text(
        "规则包\(pack.name)已从\(last)起施行，新的应当从以后的日期开始；采用错了的，请先停用。",
        "Rule pack \(pack.name) is in force from \(last): the new one must begin later, or end the other one first."
      ))
  }

  private static func adopted(_ pack: LocalRulePack) -> Refusal {
    Refusal(
      "rulePack.adopted",
      Text("规则包\(pack.name)已经采用，内容相同。", "Rule pack \(pack.name) is adopted already, with the same content."))
  }
}
