package import Localization

/// 指标值 · Indicator: one of the plan's sixteen numbers as it stands.
package struct Indicator: Sendable, Hashable {
  package let kind: IndicatorKind
  /// Nil where the software cannot count it yet; then `reason` says why.
  package let numerator: Int?
  /// Nil where the base is not known.
  package let denominator: Int?
  /// Nil where the plan sets none.
  package let target: Target?
  package let reason: Text?

  package var key: String { kind.key }
  package var name: Text { kind.name }

  /// Nil where there is nothing to divide, or to divide by.
  package var share: Share? {
    guard let numerator, let denominator, denominator > 0 else { return nil }
    return Share(numerator, denominator, scale: kind.scale)
  }

  package var isMet: Bool? {
    guard let share, let target else { return nil }
    return share.meets(target, kind.comparison)
  }

  package var toGo: Int? {
    guard let share, let target else { return nil }
    return share.toGo(target, kind.comparison, raising: kind.raising)
  }
}

extension Indicator: Encodable {
  private enum Key: String, CodingKey {
    case key, name, numerator, denominator, scale, value, target, comparison, met, toGo, reason
  }

  /// What is not known is null, never left out.
  package func encode(to encoder: any Encoder) throws {
    let compared = isMet == nil ? nil : target
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(key, forKey: .key)
    try values.encode(name, forKey: .name)
    try values.encode(numerator, forKey: .numerator)
    try values.encode(denominator, forKey: .denominator)
    try values.encode(kind.scale, forKey: .scale)
    try values.encode(share?.value(places: 4), forKey: .value)
    try values.encode(compared?.description, forKey: .target)
    try values.encode(compared.map { _ in kind.comparison.rawValue }, forKey: .comparison)
    try values.encode(isMet, forKey: .met)
    try values.encode(toGo, forKey: .toGo)
    try values.encodeIfPresent(reason, forKey: .reason)
  }
}
