package import Localization

/// 卷内材料 · Dossier item: one line of the checklist, in the order of the bound volume.
package struct DossierItem: Sendable, Hashable {
  /// Where it comes from: a paper the product made, or a file somebody adds.
  package enum Source: Sendable, Hashable {
    case form(String)
    case upload
  }

  package enum Requirement: Sendable, Hashable {
    case always, whenHeard, whenSettled, unlessSettled, whenExempt, unlessExempt
    /// Belongs in the volume if there is one; nothing waits for it.
    case whenMade
  }

  /// The form (`F09`), or the kind of the file.
  package let code: String
  package let name: Text
  package let source: Source
  package let requirement: Requirement
  package let isSigned: Bool

  static func form(
    _ code: String, _ name: Text, _ requirement: Requirement = .always, isSigned: Bool = false
  ) -> DossierItem {
    DossierItem(code: code, name: name, source: .form(code), requirement: requirement, isSigned: isSigned)
  }

  static func upload(
    _ code: String, _ name: Text, _ requirement: Requirement = .always, isSigned: Bool = false
  ) -> DossierItem {
    DossierItem(code: code, name: name, source: .upload, requirement: requirement, isSigned: isSigned)
  }

  package func isRequired(_ facts: DossierChecklist.Facts) -> Bool {
    switch requirement {
    case .always: true
    case .whenHeard: facts.isHeard
    case .whenSettled: facts.isSettled
    case .unlessSettled: !facts.isSettled
    case .whenExempt: facts.isExempt
    case .unlessExempt: !facts.isExempt
    case .whenMade: false
    }
  }
}
