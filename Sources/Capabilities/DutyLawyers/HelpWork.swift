import Intake
import Kernel
import Localization
import Registry
import Storage
import WorkCalendar

/// 法律帮助待办 · What waits in legal help: to send a lawyer, to forward an application within its hours, to register it, to
/// record what was done.
enum HelpWork {
  static let all = [
    source(
      "requested", .dispatchHelp, Text("派遣值班律师", "Send a duty lawyer"), .dispatch,
      "h.state = \(LegalHelpState.requested)"),
    source(
      "forward", .giveHelp, Text("转交法律援助申请", "Forward an application for legal aid"), .forwarding,
      "h.taken_at IS NOT NULL AND h.forwarded_at IS NULL"),
    source(
      "register", .registerApplication, Text("登记值班律师转交的申请", "Register a forwarded application"), nil,
      "h.forwarded_at IS NOT NULL AND h.application IS NULL"),
    source(
      "give", .giveHelp, Text("提供法律帮助并登记", "Give legal help and record it"), .page,
      "h.state IN \(list: [LegalHelpState.dispatched, .met])"),
    source(
      "ledger", .dispatchHelp, Text("记入法律帮助台账", "Enter in the ledger"), .page,
      "h.state = \(LegalHelpState.helped) AND (h.taken_at IS NULL OR h.forwarded_at IS NOT NULL)"),
  ]

  private static func source(
    _ key: String, _ permission: Permission, _ title: Text, _ path: HelpPaths?, _ condition: SQL
  ) -> WorkItemSource {
    WorkItemSource(key: "dutyLawyers.\(key)", permission: permission) { reader, principal, _ in
      // What a lawyer gives waits for him alone.
      let isHis = permission == .giveHelp && !principal.has(.receptionist)
      let isOwn: SQL = isHis ? "h.undertaker = \(principal.undertaker)" : "1 = 1"
      return try LegalHelpTable.list(
        "\(principal.scope("h")) AND \(condition) AND \(isOwn)",
        order: "h.forward_by NULLS LAST, h.received_at, h.id",
        limit: WorkItemSource.most, offset: 0, reader
      ).all.map { item($0, title, path, principal) }
    }
  }

  private static func item(_ it: LegalHelp, _ title: Text, _ path: HelpPaths?, _ principal: Principal) -> WorkItem {
    let isClocked = it.takenAt != nil && it.forwardedAt == nil
    let by = isClocked ? it.forwardBy : nil
    return WorkItem(
      title: title, about: "\(Format.mask(name: it.name(to: principal))) · \(it.about)",
      detail: by.map { Text("\(Format.instant($0, .zh))前", "by \(Format.instant($0, .en))") }
        ?? .same(it.placeName),
      number: it.number, dueOn: by?.day, limitKey: by == nil ? nil : DutyLimits.forward.key,
      path: path?.path(it.id) ?? HelpStart.path(it.id))
  }
}
