package import Localization
import Storage

/// 不得担任辩护人的情形 · Defender exclusion: why the law keeps somebody from being a defender, in the office's own words for its
/// classes (刑事诉讼法 2018, 33; 刑诉法解释 2021, 40). Who is none of these has no entry.
package enum DefenderExclusion: String, Sendable, Hashable, CaseIterable, SQLConvertible {
  case servingSentence, restrictedLiberty, dismissed, licenceRevoked, organStaff, assessor, interested

  package var name: Text {
    switch self {
    case .servingSentence: Text("正在被执行刑罚，或者处于缓刑、假释考验期间", "Serving a sentence, on probation or parole")
    case .restrictedLiberty: Text("依法被剥夺、限制人身自由", "Deprived of liberty, or restricted in it")
    case .dismissed: Text("被开除公职", "Dismissed from public office")
    case .licenceRevoked: Text("被吊销律师、公证员执业证书", "Licence as a lawyer or notary revoked")
    case .organStaff:
      Text(
        "人民法院、人民检察院、监察机关、公安机关、国家安全机关、监狱的现职人员",
        "On the staff of a court, procuratorate, supervisory, police or state security organ, or prison")
    case .assessor: Text("人民陪审员", "A people’s assessor")
    case .interested: Text("与案件审理结果有利害关系", "Has an interest in the outcome")
    }
  }
}
