import Kernel
import Localization
import Markup
import Web
import WorkCalendar

/// 开庭变更页 · A hearing that is not held is moved to another day or cancelled.
enum HearingChangePage {
  static let page = StepPage(
    path: .hearingChange, permission: .handleCases, title: Text("开庭改期、取消", "Move or cancel a hearing"),
    effect: Text("原来的日期和原因会留在记录中。", "What it was before, and why, stays on record."),
    load: { found, _, reader in try HearingTable.of(found.id, reader).filter { !$0.isHeld } },
    content: { _, hearings, form in
      .fragment {
        form.many(hearing(hearings))
        form.many(change)
        form(heldOn)
        form(startsAt)
        form(reason)
        form.submit(Text("保存", "Save"))
      }
    },
    send: { id, request in
      let action = try request.read { form in
        let time = form.timeOfDay("startsAt", startsAt.label)
        let isMoved = form.requiredChoice("change", change.label, among: ["move", "cancel"]) == "move"
        return ChangeHearing(
          aidCase: id, hearing: form.requiredID("hearing", hearingLabel),
          heldOn: isMoved ? form.requiredDay("heldOn", heldOn.label) : nil, startsAt: isMoved ? time : nil,
          reason: form.requiredText("reason", reason.label, max: 500, isMultiline: true))
      }
      try await request.run(action)
    },
    isOpen: { found, hearings, principal in
      found.takesFiles && !hearings.isEmpty && principal.holds(.handleCases)
    })

  private static let hearingLabel = Text("开庭", "Hearing")

  private static func hearing(_ hearings: [Hearing]) -> Field {
    Field(
      "hearing", hearingLabel,
      .radios(
        hearings.map { one in
          Choice(
            one.id.description,
            .each { language in "\(Format.day(one.heldOn, language)) \(one.startsAt ?? "") \(one.court)" })
        }))
  }

  private static let change = Field(
    "change", Text("变更", "Change"),
    .radios([Choice("move", Text("改期", "Move it")), Choice("cancel", Text("取消", "Cancel it"))]))
  private static let heldOn = Field(
    "heldOn", Text("新的日期", "New day"), .date, hint: Text("改期时填写。", "When it is moved."), required: false)
  private static let startsAt = Field(
    "startsAt", Text("新的时间", "New time"), hint: Text("例如09:30。", "Such as 09:30."), required: false)
  private static let reason = Field("reason", Text("原因", "Reason"), .textarea(rows: 2))
}
