import Kernel
import Localization
import Markup
import Registry
import Web

/// 初审和告知管辖的页面 · The pages of the preliminary check and of pointing to another office.
enum ReferralPages {
  static func check(_ request: WebRequest, _ state: FormState, _ view: ApplicationView, _ frame: Frame) -> HTML {
    StepPage.html(
      request, state, view, frame, Text("初审", "Preliminary check"), path: .check, layout: .split,
      button: Text("提交中心", "Pass on to the centre")
    ) {
      field(opinion, state.value("opinion"), errors: state.errors("opinion"), in: request.language)
    }
  }

  static func elsewhere(
    _ request: WebRequest, _ state: FormState, _ view: ApplicationView, _ frame: Frame
  ) -> HTML {
    let language = request.language
    return StepPage.html(
      request, state, view, frame, Text("告知向其他机构申请", "Point to another office"), path: .pointElsewhere,
      consequence: Consequence(
        Text("不属于本中心管辖，不予受理，并告知应当向哪个机构申请", "not accept it, as it belongs elsewhere, and say where to apply"),
        whom: view.person.name, papers: [view.names["REFER"]].compactMap(\.self),
        basis: (view.application.ruleSet < .rs2022 ? LegalBasis.p12("8") : .lal("38")).name),
      button: Text("告知并结束", "Tell the applicant and end it")
    ) {
      if view.steps.contains(.forward) {
        p {
          Text(
            "属于本县其他中心、工作站办理的，不必让申请人另跑：",
            "If it belongs to another centre or station of this county, the applicant need not go: ")[
              language]
          a(.href(ApplicationPaths.step(.forward, view.application.id))) { ForwardingPages.title[language] }
        }
      }
      field(place, state.value("place"), errors: state.errors("place"), in: language)
      field(reason, state.value("reason"), errors: state.errors("reason"), in: language)
    }
  }

  static let opinion = Field(
    "opinion", Text("初审意见", "Opinion of the preliminary check"), .textarea(rows: 4),
    hint: Text("写明材料是否齐全、是否属于本中心管辖", "Say whether the papers are complete and whether it belongs to this centre"))
  static let place = Field(
    "place", Text("应当申请的机构", "Office to apply to"),
    hint: Text("写全称，方便申请人前往", "Its full name, so that the applicant finds it"))
  static let reason = Field("reason", Text("理由", "Reason"), .textarea(rows: 3))
}
