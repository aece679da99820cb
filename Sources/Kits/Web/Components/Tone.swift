/// 轻重 · Tone: how urgent a thing is; red is kept for what is overdue or wrong.
package enum Tone: String, Sendable, CaseIterable {
  case plain, soon, late, good

  /// The class that colours a thing, none for a plain one.
  var className: String? { self == .plain ? nil : rawValue }
}
