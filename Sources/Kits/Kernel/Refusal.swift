package import Localization
package import WorkCalendar

/// 拒绝 · Refusal: a fact with a message in both languages that says what to do, not an error string.
package struct Refusal: Error, Hashable, Sendable {
  package let key: String
  package let message: Text
  /// The form field it stands at; nil when it concerns the whole step.
  package let field: String?
  package let basis: [LegalBasis]
  /// A refusal that is itself written into the audit log (separation of duties).
  package let isAudited: Bool

  package init(
    _ key: String, _ message: Text, field: String? = nil, basis: [LegalBasis] = [], isAudited: Bool = false
  ) {
    self.key = key
    self.message = message
    self.field = field
    self.basis = basis
    self.isAudited = isAudited
  }

  package func at(_ field: String) -> Refusal {
    Refusal(key, message, field: field, basis: basis, isAudited: isAudited)
  }

  package static let notAllowed = Refusal(
    "not-allowed", Text("您的岗位不能办理此事项。", "Your role may not do this."), isAudited: true)
  package static let notFound = Refusal(
    "not-found", Text("没有找到，或者不在您的数据范围内。", "Not found, or outside what you may see."))
  package static let changedMeanwhile = Refusal(
    "changed-meanwhile",
    Text(
      "在您填写期间，他人已经办理了这条记录。您填写的内容已保留，请核对最新情况后再提交。",
      "Somebody else acted on this record while you were filling in the form. What you typed is kept: check what changed, then submit again."
    ))
}

extension Refusal {
  package static let clockBehindKey = "clock-behind"

  /// 时钟落后 · The machine's clock stands before the newest record: what would be recorded now would be dated wrongly.
  package static func clockBehind(_ now: Instant, _ newest: Instant) -> Refusal {
    Refusal(
      clockBehindKey,
      Text(
        "服务器时钟有误：现在显示\(now)，早于最近一条记录（\(newest)）。没有保存任何内容；请管理员校准时间，然后再次提交。",
        "The server's clock is wrong: it says \(now), before the newest record (\(newest)). Nothing was saved: the administrator sets the clock, then send it again."
      ))
  }
}

/// 多项拒绝 · Refusals: everything that is wrong, at once.
package struct Refusals: Error, Sendable {
  package let all: [Refusal]

  package init(_ all: [Refusal]) { self.all = all }

  /// Throws when there is anything to say.
  package static func check(_ all: [Refusal]) throws {
    if !all.isEmpty { throw Refusals(all) }
  }
}
