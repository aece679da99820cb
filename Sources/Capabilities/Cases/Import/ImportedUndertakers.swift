import Kernel
import Localization
import Registry
import Storage

/// 导入的承办人员 · Imported undertakers: finds units by name and people by name and unit, and records those not known.
/// They come inactive: a name in an old ledger is no licence to take cases today.
struct ImportedUndertakers {
  private struct Name: Hashable {
    let unit: AgencyID
    let name: String
  }

  /// Where an undertaker of an outside unit was written down without it.
  private static let unknownUnit = "单位不详"

  private let context: ActionContext
  private let bureau: AgencyID
  private let centre: AgencyID
  private var units: [String: [Agency.Known]] = [:]
  private var people: [Name: LegalAidPersonID] = [:]

  init(_ context: ActionContext) throws {
    self.context = context
    let agencies = try AgencyTable.all(context.county, context.tx)
    bureau = try AgencyTable.only(.bureau, in: context.county, context.tx).id
    centre = try AgencyTable.only(.centre, in: context.county, context.tx).id
    for agency in agencies {
      units[agency.name, default: []].append(Agency.Known(id: agency.id, kind: agency.kind))
    }
  }

  /// The unit and the person of a row, as far as it names them.
  mutating func resolve(_ row: ImportRow) throws -> (unit: AgencyID?, person: LegalAidPersonID?) {
    let kind = row.undertakerKind?.unitKind ?? .lawFirm
    guard let name = row.undertaker, let undertakerKind = row.undertakerKind else {
      return (try row.unit.map { try unit($0, kind) }, nil)
    }
    let id =
      if let unit = row.unit { try self.unit(unit, kind) } else if kind == .centre { centre } else {
        try unit(Self.unknownUnit, kind)
      }
    return (id, try person(Name(unit: id, name: name), undertakerKind))
  }

  /// Of several agencies of one name, the one of the kind that the undertaker implies.
  private mutating func unit(_ name: String, _ kind: AgencyKind) throws -> AgencyID {
    let known = units[name] ?? []
    if let found = known.first(where: { $0.kind == kind }) ?? known.first { return found.id }
    let id = try AgencyTable.insert(kind, name: name, parent: bureau, isActive: false, in: context)
    units[name] = [Agency.Known(id: id, kind: kind)]
    return id
  }

  private mutating func person(_ name: Name, _ kind: UndertakerKind) throws -> LegalAidPersonID {
    if let known = people[name] { return known }
    let found = try LegalAidPersonTable.named(name.name, unit: name.unit, in: context.county, context.tx)
    let id =
      try found?.id
      ?? LegalAidPersonTable.insert(name: name.name, kind: kind, unit: name.unit, isActive: false, in: context)
    people[name] = id
    return id
  }
}

extension Agency {
  fileprivate struct Known {
    let id: AgencyID
    let kind: AgencyKind
  }
}
