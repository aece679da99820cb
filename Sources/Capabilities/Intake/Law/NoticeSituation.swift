package import Localization

/// 通知情形 · Notice situation: why an organ must or may notify the centre; the qualification rules turn on it.
package enum NoticeSituation: String, Sendable, Hashable, CaseIterable, Codable {
  case minor, blindDeafMute, visualHearingSpeechDisability, limitedMentalCapacity, lifeOrDeath, deathReviewApplicant
  case inAbsentia, ordinaryProcedureNoCounsel, prosecutionPilot, suspendedDeathNewCrime, foreignNoCounsel
  case compulsoryTreatment, otherByLaw

  package var name: Text {
    switch self {
    case .minor: Text("未成年人", "Minor")
    case .blindDeafMute: Text("盲、聋、哑人", "Blind, deaf or mute person")
    case .visualHearingSpeechDisability: Text("视力、听力、言语残疾人", "Person with a visual, hearing or speech disability")
    case .limitedMentalCapacity: Text("不能完全辨认自己行为的人", "Person not fully able to recognise own acts")
    case .lifeOrDeath: Text("可能被判处无期徒刑、死刑", "Life imprisonment or death possible")
    case .deathReviewApplicant: Text("申请法律援助的死刑复核案件被告人", "Applicant in a death-sentence review")
    case .inAbsentia: Text("缺席审判", "Trial in absentia")
    case .ordinaryProcedureNoCounsel: Text("普通程序审理未委托辩护人", "Ordinary procedure without counsel")
    case .prosecutionPilot: Text("审查起诉阶段全覆盖试点", "Prosecution-review coverage pilot")
    case .suspendedDeathNewCrime: Text("死刑缓期执行期间故意犯罪", "Crime during a suspended death sentence")
    case .foreignNoCounsel: Text("外国籍被告人未委托辩护人", "Foreign defendant without counsel")
    case .compulsoryTreatment: Text("强制医疗", "Compulsory treatment")
    case .otherByLaw: Text("法律规定的其他情形", "Other situation named by law")
    }
  }

  /// As a record keeps several, in the order of the list.
  package static func joined(_ situations: Set<NoticeSituation>) -> String {
    allCases.filter(situations.contains).map(\.rawValue).joined(separator: ";")
  }

  package static func split(_ stored: String) -> Set<NoticeSituation> {
    Set(stored.split(separator: ";").compactMap { NoticeSituation(rawValue: String($0)) })
  }
}
