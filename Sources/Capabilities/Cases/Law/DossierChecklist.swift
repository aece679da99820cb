package import Intake
import Localization
import Papers

/// 卷宗清单 · Dossier checklist: what the two volumes of a case hold, in order, by track, form and stage. No national
/// list was found: these are the product's, drawn from the orders that centres publish and from the annexes of the
/// norm on criminal legal aid, and so not verified.
package enum DossierChecklist {
  package struct Facts: Sendable, Hashable {
    package let isHeard: Bool
    package let isExempt: Bool
    /// Closed by an agreement or by performance, so that there is no instrument of a court or commission.
    package let isSettled: Bool
    /// 终止 · Ended before its end: what was made goes in and nothing of a closing is asked; the decision is always there.
    package let isTerminated: Bool

    package init(isHeard: Bool, isExempt: Bool, closedBy closing: ClosingBasis) {
      self.isHeard = isHeard
      self.isExempt = isExempt
      self.isSettled = closing == .settlement || closing == .performance
      self.isTerminated = closing == .terminationNotice
    }
  }

  package static let isVerified = false

  package static func items(
    _ form: CaseForm, stage: Stage? = nil, track: CaseTrack? = nil
  ) -> [DossierItem] {
    ApprovalVolume.items(isNotified: track?.isNotified == true, hasLetter: form.isLitigation)
      + HandlingVolume.items(form, stage: stage, isNotified: track?.isNotified == true)
  }

  /// What is still missing, all at once; `given`: the codes of the papers and files at hand.
  package static func missing(
    _ form: CaseForm, stage: Stage? = nil, track: CaseTrack? = nil, _ facts: Facts, given: Set<String>
  ) -> [DossierItem] {
    items(form, stage: stage, track: track).filter { $0.isRequired(facts) && !given.contains($0.code) }
  }

  /// What of the handling volume is still missing: the undertaker's own part.
  package static func missingOfUndertaker(_ aidCase: AidCase, _ facts: Facts, given: Set<String>) -> [DossierItem] {
    HandlingVolume.items(aidCase.form, stage: aidCase.stage, isNotified: aidCase.track.isNotified)
      .filter { $0.isRequired(facts) && !given.contains($0.code) }
  }
}

extension DossierItem {
  /// Which items of a list papers are: each its own form's, and once signed by all on the screen also the signed copy.
  static func codes(of papers: [PaperRecord], in items: [DossierItem]) -> Set<String> {
    let valid = papers.filter { $0.state != .revoked }
    let signed = Set(valid.filter { $0.isSigned(CasesForms.all) }.map(\.form))
    let copies = items.filter { $0.signedForm.map(signed.contains) == true }.map(\.code)
    return Set(valid.map(\.form) + copies)
  }
}

extension AidCase {
  /// The list that this case's dossier is checked and bound by.
  package var checklist: [DossierItem] { DossierChecklist.items(form, stage: stage, track: track) }
}
