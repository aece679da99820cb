package import Kernel

/// 受理审批文书 · Intake forms: the papers from application to decision, in the form set of 2013 and in that of 2023. The
/// two sets share their data; names and wording differ (AT-10.12). Texts of 2013 follow the ministry's forms as far as
/// they could be read, the rest is worded here after the articles cited.
package enum IntakeForms {
  package static let all: [PaperForm] =
    [2013, 2023].flatMap { set in
      [
        application(set), receipt(set), supplement(set), cooperation(set), review(set), grant(set),
        provisional(set),
        refusal(set), referral(set), forwarding(set), reply(set), group(set),
      ]
    }

  package static func form(_ code: String, formSet: Int) -> PaperForm? {
    all.first { $0.form == code && $0.formSet == formSet }
  }
}
