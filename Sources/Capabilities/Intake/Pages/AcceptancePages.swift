import Kernel
import Localization
import Markup
import Registry
import Web
import WorkCalendar

/// 受理的页面 · The pages of reception: acceptance, supplement, further papers, withdrawal.
enum AcceptancePages {
  static func acceptance(
    _ request: WebRequest, _ state: FormState, _ view: ApplicationView, _ frame: Frame
  ) -> HTML {
    let rules = RuleSet.inForce(on: request.today)
    let variant = IntakeLimits.decision(of: view.application.track).set(by: view.office, on: request.today)
      .variant(rules, on: request.today)
    return StepPage.html(
      request, state, view, frame, Text("受理申请", "Accept the application"), path: .accept,
      consequence: Consequence(
        Text(
          "编立申请编号，从今天起计算审查决定的期限（\(rules.name.zh)）",
          "give it its number and start the clock of the decision (\(rules.name.en))"),
        whom: view.person.name, basis: variant.map { .list($0.basis.map(\.name)) }),
      button: Text("确认受理", "Accept")
    ) {}
  }

  static func supplement(
    _ request: WebRequest, _ state: FormState, _ view: ApplicationView, _ frame: Frame
  ) -> HTML {
    if let earlier = view.supplement, !state.isReturned {
      return StepPage.closed(request, view, frame, supplementTitle, RequestSupplement.once(earlier))
    }
    let language = request.language
    let missing = view.missing.map(\.name.zh).joined(separator: "；")
    return StepPage.html(
      request, state, view, frame, supplementTitle, path: .requestSupplement,
      consequence: Consequence(
        Text(
          view.application.acceptedOn == nil ? "一次告知全部需补充的材料" : "一次告知全部需补充的材料，审查期限从今天起暂停",
          view.application.acceptedOn == nil
            ? "tell once everything that is missing"
            : "tell once everything that is missing; the clock of the decision stands still from today"),
        whom: view.person.name, papers: [view.names["F06"]].compactMap(\.self),
        basis: .list(RequestSupplement.onceBasis.map(\.name))),
      button: Text("发出补充通知书", "Issue the notice")
    ) {
      field(needed, state.value("needed", or: missing), errors: state.errors("needed"), in: language)
      field(
        dueOn, state.value("dueOn", or: request.today.adding(days: 15).description), errors: state.errors("dueOn"),
        in: language)
    }
  }

  static func materials(
    _ request: WebRequest, _ state: FormState, _ view: ApplicationView, _ frame: Frame
  ) -> HTML {
    StepPage.html(
      request, state, view, frame, Text("接收材料", "Take in materials"), path: .supply, uploads: true,
      button: Text("接收并出具凭证", "Take in and give a receipt")
    ) {
      for item in CounterMaterials.items(view.application.ruleSet) {
        let name = KeptUpload.prefix + item.code
        field(
          Field(name, item.name, .file(accept: "image/*,application/pdf", multiple: true), required: false), "",
          errors: state.errors(name), in: request.language)
      }
    }
  }

  static func withdrawal(
    _ request: WebRequest, _ state: FormState, _ view: ApplicationView, _ frame: Frame
  ) -> HTML {
    let language = request.language
    return StepPage.html(
      request, state, view, frame, Text("登记撤回", "Record a withdrawal"), path: .withdraw,
      consequence: Consequence(
        Text("结束这份申请，不作决定", "end the application without a decision"), whom: view.person.name),
      button: Text("确认撤回", "Record the withdrawal")
    ) {
      field(reason, state.value("reason"), errors: state.errors("reason"), in: language)
    }
  }

  /// 视为撤回 · Only once the time on the notice is over.
  static func deemed(_ request: WebRequest, _ state: FormState, _ view: ApplicationView, _ frame: Frame) -> HTML {
    let title = Text("确认视为撤回申请", "Confirm as deemed withdrawn")
    if let refusal = view.supplementRefusal, !state.isReturned {
      return StepPage.closed(request, view, frame, title, refusal)
    }
    let language = request.language
    let due = view.supplement?.dueOn
    let expired = due.map { "补充期限\(Format.day($0, .zh))已过，申请人没有补充材料，也没有作出说明。" }
    return StepPage.html(
      request, state, view, frame, title, path: .deemWithdrawn,
      consequence: Consequence(
        Text("按视为撤回申请结束，不作决定", "end it as deemed withdrawn, without a decision"), whom: view.person.name,
        basis: (view.application.ruleSet < .rs2022 ? LegalBasis.r03("18") : .lal("43")).name),
      button: Text("确认视为撤回", "Confirm")
    ) {
      field(reason, state.value("reason", or: expired), errors: state.errors("reason"), in: language)
    }
  }

  private static let supplementTitle = Text("要求补充材料", "Ask for a supplement")

  static let needed = Field(
    "needed", Text("需补充的材料或者说明", "What is needed"), .textarea(rows: 4),
    hint: Text("一次告知全部", "Tell everything at once"))
  static let dueOn = Field("dueOn", Text("补充期限", "By when"), .date)
  static let reason = Field(
    "reason", Text("原因", "Reason"), .textarea(rows: 3),
    hint: Text("申请人书面撤回的，写明日期", "For a written withdrawal, say its day"))
}
