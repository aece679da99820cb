import Kernel
import Localization
import Markup
import Web

/// 退回指派页 · The unit's manager returns a case with the reason.
enum ReturnAssignmentPage {
  /// The case is the unit's no longer, so that it leads back to the work list.
  static let page = StepPage<Void>(
    path: .assignmentReturn, permission: .nameUndertakers, title: Text("退回指派", "Return the assignment"),
    effect: Text(
      "案件退回法律援助中心另行指派。没有正当理由不得拒绝指派（《法律援助法》第六十二条）。",
      "The case goes back to the legal aid centre and is assigned anew. An assignment may not be refused without good reason (Legal Aid Law, art. 62)."
    ),
    load: { _, _, _ in },
    content: { _, _, form in
      .fragment {
        form(ground)
        form(reason)
        form.submit(Text("退回指派", "Return it"))
      }
    },
    submit: { id, request in
      let action = try request.read { form in
        ReturnAssignment(
          aidCase: id, ground: form.requiredChoice("ground", ground.label, AssignmentReturn.self),
          reason: form.requiredText("reason", reason.label, max: 500, isMultiline: true))
      }
      try await request.run(action)
      return "/work"
    })

  private static let ground = Field(
    "ground", Text("退回理由", "Ground"), .radios(AssignmentReturn.allCases.map { Choice($0.rawValue, $0.name) }))
  private static let reason = Field("reason", Text("具体情况", "In full"), .textarea(rows: 3))
}
