import Foundation
package import Kernel
import Localization
package import Storage
package import Web

/// 第二因素 · Second factor: besides the password a code from the person's phone, or one of the recovery codes that were
/// handed over once (等保 2.0 双因素; AT-X.4). Asked at sign-in, and again before a weighty step such as signing a batch.
package enum SecondFactor {
  package static let name = "secondFactor"

  /// The field of a form that asks for it again; show it where `isEnrolled`.
  package static let field = Field(
    name, Text("动态验证码", "One-time code"),
    hint: Text("手机验证器上的6位数字，或者一个恢复码。", "The six digits on your phone, or a recovery code."),
    autocomplete: "one-time-code")

  package static let wrong = Refusal(
    "second-factor.wrong",
    Text(
      "验证码不正确或者已经用过。请等手机上出现下一个验证码再试；连续输错5次，账号将锁定15分钟。",
      "The code is wrong or was used already. Wait for the next one on your phone; after five failures the account is locked for fifteen minutes."
    ), field: name)

  package static func isEnrolled(_ user: UserID, _ reader: any Reader) throws -> Bool {
    try SecondFactorTable.isEnrolled(user, reader)
  }

  /// Confirms who acts by the request's field `secondFactor`. Passes whoever has no second factor; throws a refusal at
  /// that field where the code is wrong, and locks as passwords do. The same form sent twice is one confirmation.
  package static func confirm(_ request: WebRequest) async throws {
    let principal = try request.requirePrincipal()
    guard let user = principal.user else { return }
    try await confirm(
      request.fields[name], of: user, as: principal, request.runner, once: request.submission.token)
  }

  /// The same without a form; `once` names the occasion, so that asking again is answered alike.
  package static func confirm(
    _ code: String, of user: UserID, as principal: Principal, _ runner: ActionRunner, once: String? = nil
  ) async throws {
    guard try await runner.services.database.read({ try isEnrolled(user, $0) }) else { return }
    let code = tidy(code)
    let keys = runner.services.keys
    let token = once.map { "second-factor:" + hex(keys.lookupHash("\($0)|\(user)|\(code)")) }
    let answer = try await runner.run(
      UseSecondFactor(user: user, code: code, isSignIn: false), as: principal, Submission(token: token))
    if answer == .wrong { throw wrong }
  }

  /// The second page of a sign-in.
  package static func finishSignIn(_ code: String, of user: UserID, in county: CountyID, _ runner: ActionRunner)
    async throws
  {
    let answer = try await runner.run(
      UseSecondFactor(user: user, code: tidy(code), isSignIn: true), as: .system(county))
    if answer == .wrong { throw wrong }
  }

  /// Full-width digits, spaces, hyphens and small letters are how people copy a code.
  static func tidy(_ typed: String) -> String {
    typed.applyingTransform(.fullwidthToHalfwidth, reverse: false)
      .map { $0.uppercased().filter { $0.isLetter || $0.isNumber } } ?? ""
  }

  private static func hex(_ bytes: [UInt8]) -> String {
    bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }
}
