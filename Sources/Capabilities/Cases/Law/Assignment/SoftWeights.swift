import Foundation
package import Kernel
import Registry
package import Storage

/// 推荐权重 · Soft weights: what each thing that speaks for a candidate is worth, counted in open cases; data of the office.
/// No text names any: the defaults are the product's own. With all of them 0 it is whoever's turn it is: who had fewest
/// cases this year, and of those whose last is longest ago.
package struct SoftWeights: Sendable, Hashable, Codable {
  package static let standard = SoftWeights()
  package static let range = 0...100
  package static let years = 1...40
  private static let setting = "assignment.weights"

  /// Undertook the matter in the stage before.
  package var knowsMatter = 10
  package var specialty = 5
  /// Understands the recipient without an interpreter.
  package var language = 5
  /// 资深律师 · In criminal cases (计划 2016, 6: senior lawyers are to be led to criminal work).
  package var senior = 3
  /// Taken off for each open case.
  package var openCase = 1
  /// Taken off for each case of the year.
  package var yearCase = 0
  /// 资深年限 · From how many years of practice on a lawyer is senior; no text says it.
  package var seniorYears = 5

  package init() {}

  package static func of(_ county: CountyID, _ reader: any Reader) throws -> SoftWeights {
    guard let json = try OfficeSettingTable.value(setting, in: county, reader) else { return standard }
    return try JSONDecoder().decode(SoftWeights.self, from: Data(json.utf8))
  }

  fileprivate func save(in context: ActionContext) throws {
    try OfficeSettingTable.set(Self.setting, CanonicalJSON.encode(self), in: context)
  }
}

/// 设定推荐权重 · Sets what ranks the candidates from now on; assignments that stand are not touched. Refuses weights below 0
/// or above 100.
package struct SetSoftWeights: Action {
  package static let permission = Permission.setAssignmentWeights
  package static let event = "assignmentWeights.set"
  private let weights: SoftWeights

  package init(_ weights: SoftWeights) { self.weights = weights }

  package func perform(in context: ActionContext) throws -> Done {
    let all = WeightField.allCases.map { ($0, weights[keyPath: $0.path]) }
    try Refusals.check(all.filter { !$0.0.range.contains($0.1) }.map(\.0.outOfRange))
    try weights.save(in: context)
    context.record(
      Self.event, .county(context.county),
      facts: Dictionary(uniqueKeysWithValues: all.map { ($0.0.rawValue, .number(Int64($0.1))) }))
    return Done()
  }
}
