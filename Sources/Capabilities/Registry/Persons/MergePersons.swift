package import Kernel
import Localization
import Storage
import WorkCalendar

/// 合并人员档案 · Makes two records of one human being one: what names the old one names the kept one, blanks of the kept are
/// filled, flags and groups are those of both, and the old id leads to the kept. Refuses two records with two identity
/// numbers: they are two people, or one number is wrong and is corrected first.
package struct MergePersons: Action {
  package static let permission = Permission.mergePersons
  package let kept: PersonID
  package let gone: PersonID
  package let reason: String
  private let links: [PersonLink]

  package init(_ gone: PersonID, into kept: PersonID, reason: String, links: [PersonLink]) {
    self.gone = gone
    self.kept = kept
    self.reason = reason
    self.links = links
  }

  package func perform(in context: ActionContext) throws -> Done {
    guard kept != gone else { throw Refusal.notFound }
    for id in [kept, gone] { try PersonScope.require(id, context.principal, context.tx) }
    let (to, from) = (try person(kept, context), try person(gone, context))
    if let one = to.identityNumber, let other = from.identityNumber, one != other {
      throw Refusal(
        "person.twoNumbers",
        Text(
          "两份档案的证件号码不同，是两个人的不能合并；号码录错的，请先更正。",
          "The two records have two identity numbers. Two people are not merged; a wrong number is corrected first."
        ),
        field: "with")
    }
    let merge = try PersonMergeTable.insert(to, gone, reason: reason, in: context)
    try PersonMergeTable.point(from, to: kept, in: context)
    try PersonMergeTable.set(kept, Self.filled(to, from), in: context)
    var moved = 0
    for link in links { moved += try PersonLinkTable.move(from, to: to, link, merge, in: context) }
    context.record(
      "person.merged", .person(kept), also: [.person(gone)],
      facts: ["gone": .id(gone), "moved": .number(Int64(moved))])
    return Done()
  }

  private func person(_ id: PersonID, _ context: ActionContext) throws -> Person {
    try PersonTable.of(id, in: context.county, context.keys, context.tx)
  }

  private static func filled(_ to: Person, _ from: Person) -> PersonMerge.Before {
    PersonMerge.Before(
      identityNumber: to.identityNumber ?? from.identityNumber, sex: to.sex ?? from.sex,
      birthOn: (to.birthOn ?? from.birthOn)?.description, phone: to.phone ?? from.phone,
      address: to.address ?? from.address, township: to.township ?? from.township,
      groups: to.groups + from.groups.filter { !to.groups.contains($0) },
      protection: ProtectionFlag.allCases.filter(to.protection.flags.union(from.protection.flags).contains))
  }
}

/// 撤销合并 · Takes the last merge into a record apart again, row by row as it was. Refuses once the kept record was changed
/// or used since: what came later cannot be told apart.
package struct UndoMerge: Action {
  package static let permission = Permission.mergePersons
  package let kept: PersonID
  private let links: [PersonLink]

  package init(of kept: PersonID, links: [PersonLink]) {
    self.kept = kept
    self.links = links
  }

  package func perform(in context: ActionContext) throws -> Done {
    try PersonScope.require(kept, context.principal, context.tx)
    guard let merge = try PersonMergeTable.last(into: kept, in: context.county, context.keys, context.tx) else {
      throw Refusal.notFound
    }
    let to = try PersonTable.of(kept, in: context.county, context.keys, context.tx)
    guard to.version == merge.keptVersion else {
      throw Refusal(
        "person.mergeUsed",
        Text(
          "合并之后这份档案又有了变化，分不清哪些属于谁，不能自动撤销。请逐项更正，并在理由中写明。",
          "The record was changed after the merge, and nobody can tell what belongs to whom: correct it item by item, with the reason."
        ))
    }
    let from = try PersonTable.of(merge.gone, in: context.county, context.keys, context.tx)
    try PersonMergeTable.set(kept, merge.before, in: context)
    try PersonMergeTable.point(from, to: nil, in: context)
    var moved = 0
    for link in links { moved += try PersonLinkTable.moveBack(from, link, merge.id, in: context) }
    try PersonMergeTable.undo(merge, in: context)
    context.record(
      "person.mergeUndone", .person(kept), also: [.person(merge.gone)],
      facts: ["gone": .id(merge.gone), "moved": .number(Int64(moved))])
    return Done()
  }
}
