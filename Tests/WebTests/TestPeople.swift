import Kernel

@testable import Web

/// A clerk who may write notes, a lawyer who may not, and one whose account is closed.
enum TestPeople {
  static let clerk = UserID()
  static let lawyer = UserID()
  static let gone = UserID()
  static let password = "correct horse"
  static let bearer = "program-of-the-clerk"

  static func authority(_ county: CountyID) -> SessionAuthority {
    SessionAuthority(
      verify: { attempt in
        let users = ["clerk": clerk, "lawyer": lawyer, "gone": gone]
        guard let user = users[attempt.login], attempt.password == password else { throw TestNotes.wrongPassword }
        return SessionAuthority.Account(user: user, county: county, agency: nil)
      },
      principal: { $0.user == gone ? nil : principal($0.user, county) },
      bearer: { $0 == bearer ? principal(clerk, county) : nil })
  }

  private static func principal(_ user: UserID, _ county: CountyID) -> Principal {
    Principal(
      user: user, name: user == clerk ? "孙莉" : "李律师", county: county, agency: AgencyID(), agencyKind: .centre,
      agencyName: "青禾县法律援助中心", roles: user == clerk ? [.receptionist] : [.undertaker], agencies: [])
  }
}
