package import Kernel
import Localization

/// 承办归档文书 · Case forms: assignment notice, official letter, closing report and the labels of the dossier, in the form
/// sets of 2013 and 2023.
package enum CasesForms {
  package static let all: [PaperForm] =
    [2013, 2023].flatMap { set in
      [
        assignment(set), letter(set), meeting(set), replacementApplication(set), replacementNotice(set),
        termination(set),
        terminationLetter(set), agreement(set), closing(set), progress(set), cover(set), index(set),
        returnSlip(set),
      ]
    }

  package static func form(_ code: String, formSet: Int) -> PaperForm? {
    all.first { $0.form == code && $0.formSet == formSet }
  }

  typealias Field = PaperForm.Field
}
