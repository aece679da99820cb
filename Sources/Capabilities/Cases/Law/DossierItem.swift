package import Localization

/// 卷内材料 · Dossier item: one line of the checklist, in the order of the bound volume.
package struct DossierItem: Sendable, Hashable {
  /// Where it comes from: a paper the product made, or a file somebody adds.
  package enum Source: Sendable, Hashable {
    case form(String)
    case upload
  }

  /// 审批卷、承办卷 · In which of the two volumes that are joined on archiving: the office's, or the undertaker's.
  package enum Volume: String, Sendable, Hashable, CaseIterable, Codable {
    case approval, handling

    package var name: Text {
      switch self {
      case .approval: Text("审批卷", "Approval volume")
      case .handling: Text("承办卷", "Handling volume")
      }
    }
  }

  package enum Requirement: Sendable, Hashable {
    case always, whenHeard, whenSettled, unlessSettled, whenExempt, unlessExempt, whenTerminated
    /// Belongs in the volume if there is one; nothing waits for it.
    case whenMade
  }

  /// The form (`F09`), or the kind of the file.
  package let code: String
  package let name: Text
  package let source: Source
  package let requirement: Requirement
  package let isSigned: Bool
  package let volume: Volume
  /// 屏幕签名件 · The form that is this item once everybody has signed it on the screen.
  package let signedForm: String?

  static func form(
    _ code: String, _ name: Text, _ requirement: Requirement = .always, isSigned: Bool = false,
    in volume: Volume = .handling
  ) -> DossierItem {
    DossierItem(
      code: code, name: name, source: .form(code), requirement: requirement, isSigned: isSigned,
      volume: volume, signedForm: nil)
  }

  static func upload(
    _ code: String, _ name: Text, _ requirement: Requirement = .always, isSigned: Bool = false,
    in volume: Volume = .handling, orSigned form: String? = nil
  ) -> DossierItem {
    DossierItem(
      code: code, name: name, source: .upload, requirement: requirement, isSigned: isSigned,
      volume: volume, signedForm: form)
  }

  package func isRequired(_ facts: DossierChecklist.Facts) -> Bool {
    if facts.isTerminated { return requirement == .whenTerminated }
    return switch requirement {
    case .always: true
    case .whenHeard: facts.isHeard
    case .whenSettled: facts.isSettled
    case .unlessSettled: !facts.isSettled
    case .whenExempt: facts.isExempt
    case .unlessExempt: !facts.isExempt
    case .whenMade, .whenTerminated: false
    }
  }
}

extension DossierItem.Source {
  package var name: Text {
    switch self {
    case .form: Text("系统文书", "Made by the system")
    case .upload: Text("上传", "Upload")
    }
  }
}

extension DossierItem.Requirement {
  /// When it must be there.
  package var name: Text {
    switch self {
    case .always: Text("必备", "Always")
    case .whenHeard: Text("开庭的必备", "When there was a hearing")
    case .whenSettled: Text("和解、调解或者履行结案的必备", "When settled or performed")
    case .unlessSettled: Text("以法律文书结案的必备", "When an instrument closed it")
    case .whenExempt: Text("免予经济审查的必备", "When exempt from the hardship test")
    case .unlessExempt: Text("审查经济状况的必备", "When hardship was tested")
    case .whenTerminated: Text("终止法律援助的必备", "When the aid was terminated")
    case .whenMade: Text("有则入卷", "If there is one")
    }
  }
}
