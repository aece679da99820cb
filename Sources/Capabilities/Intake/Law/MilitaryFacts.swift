package import Localization

/// 军人类别 · Military category: which servicepersons a local document names as exempt with their families, and the others.
package enum MilitaryCategory: String, Sendable, Hashable, CaseIterable, Codable {
  case conscript, supplyCadet, combatTask, survivor, other

  package var name: Text {
    switch self {
    case .conscript: Text("义务兵", "Conscript")
    case .supplyCadet: Text("供给制学员", "Supply-system cadet")
    case .combatTask: Text("执行作战或者重大非战争军事行动任务", "On combat or major non-war operations")
    case .survivor: Text("烈士、因公牺牲、病故军人的遗属", "Survivor of a martyr or deceased serviceperson")
    case .other: Text("其他军人", "Other serviceperson")
    }
  }
}

/// 军人身份证明 · Military proof: by what the serviceperson or the family showed it.
package enum MilitaryProof: String, Sendable, Hashable, CaseIterable, Codable {
  case card, regimentCertificate, survivorCertificate, kinship

  package var name: Text {
    switch self {
    case .card: Text("军人证件", "Military card")
    case .regimentCertificate: Text("团级以上单位证明", "Certificate of a regiment or above")
    case .survivorCertificate: Text("遗属证明", "Survivor’s certificate")
    case .kinship: Text("军人证件和亲属关系证明", "Military card and proof of kinship")
    }
  }
}

/// 军人军属情况 · Military facts: the serviceperson's category, the unit by its code, and what proved it. Never the name of a
/// unit, nor a rank.
package struct MilitaryFacts: Sendable, Hashable, Codable {
  package var category: MilitaryCategory
  package var unitCode: String?
  package var proof: MilitaryProof?

  package init(_ category: MilitaryCategory, unitCode: String? = nil, proof: MilitaryProof? = nil) {
    self.category = category
    self.unitCode = unitCode
    self.proof = proof
  }

  /// 义务兵，部队代号32142
  var words: Text {
    .list([category.name, proof?.name, unitCode.map { Text("部队代号\($0)", "unit code \($0)") }].compactMap(\.self))
  }
}
