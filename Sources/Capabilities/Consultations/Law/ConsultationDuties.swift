import Kernel

/// 咨询的依据 · What consultations rest on.
extension LegalBasis {
  /// Answer at once; complex questions by appointment.
  static let answerAtOnce = LegalBasis(.regulation2003, "25")
  /// Tell of the right to apply for legal aid.
  static let remindOfAid = LegalBasis(.law2021, "23")
}
