import Foundation
import Kernel
import Localization
import Markup
import Storage
import Web
import WorkCalendar

/// 第二因素页 · Second factor pages: set it up with a QR code and a first code, get the recovery codes once, remove it.
enum SecondFactorPages {
  static let title = Text("第二因素", "Second factor")
  static let path = "/account/second-factor"

  static func routes() -> [Route] {
    [
      .page("/account/second-factor", .signedIn, title) { try await page($0, .fresh($0)) },
      Route(.post, "/account/second-factor/secret", .signedIn, Text("生成密钥", "Make a secret"), kind: .form) {
        request in
        try await answering(request) {
          try await AccountForm.confirmPassword(request)
          try await request.run(BeginSecondFactor(secret: TOTP.newSecret()))
          return .redirect(path)
        }
      },
      Route(.post, "/account/second-factor", .signedIn, Text("登记第二因素", "Set up a second factor"), kind: .form) {
        request in try await answering(request) { try await enrol(request) }
      },
      Route(
        .post, "/account/second-factor/removal", .signedIn, Text("停用第二因素", "Remove the second factor"), kind: .form
      ) { request in
        try await answering(request) {
          _ = try request.read { $0.requiredText(SecondFactor.name, SecondFactor.field.label, max: 40) }
          guard let user = try request.requirePrincipal().user else { throw Refusal.notAllowed }
          try await SecondFactor.confirm(request)
          try await request.run(RemoveSecondFactor(of: user, keeping: request.session))
          return .redirect("/account")
        }
      },
    ]
  }

  private static func answering(
    _ request: WebRequest, _ body: () async throws -> WebResponse
  ) async throws -> WebResponse {
    func again(_ refusals: [Refusal]) async throws -> WebResponse {
      .page(try await page(request, .returned(request, .refused, refusals)), status: 422)
    }
    do { return try await body() } catch let refusals as Refusals {
      return try await again(refusals.all)
    } catch let refusal as Refusal where [SecondFactor.name, AccountForm.currentField.name].contains(refusal.field)
    {
      return try await again([refusal])
    }
  }

  private static func enrol(_ request: WebRequest) async throws -> WebResponse {
    let code = try request.read { $0.requiredText(SecondFactor.name, SecondFactor.field.label, max: 40) }
    let (codes, language) = (EnrolSecondFactor.newRecoveryCodes(), request.language)
    try await request.run(EnrolSecondFactor(code: code, recoveryCodes: codes, keeping: request.session))
    let frame = try await request.frame()
    return .page(
      shell(frame, title: title[language]) {
        done(
          Text("第二因素已启用", "The second factor is in use"),
          next: [
            Text("其他登录已退出。", "You are signed out everywhere else."),
            Text("请抄下或者打印下面的恢复码，只显示这一次。", "Copy or print the recovery codes below: they are shown only now."),
            Text(
              "手机不在身边时，用一个恢复码代替验证码；每个只能用一次。", "Without your phone, type one in place of the code; each works once."),
          ], in: language)
        sheet(Text("恢复码", "Recovery codes"), in: language) {
          ul(.class("bare")) { for code in codes { li { numeral(code) } } }
          printButton(in: language)
        }
        div(.class("actions")) { linkButton(Text("抄好了，开始工作", "Copied: go to work"), to: "/", .main, in: language) }
      })
  }

  private static func page(_ request: WebRequest, _ state: FormState) async throws -> HTML {
    let language = request.language
    guard let user = try request.requirePrincipal().user, let session = request.session else {
      throw Refusal.notAllowed
    }
    let (today, keys) = (request.today, request.services.keys)
    let (factor, account, duty) = try await request.services.database.read { reader in
      (
        try SecondFactorTable.of(user, keys, reader), try UserTable.of(user, reader),
        try AccountDuty.first(of: session, on: today, reader)
      )
    }
    let frame = try await request.frame()
    let body = try standing(factor, account?.login ?? "", frame.brand.zh, request, state)
    return shell(frame, title: title[language]) {
      pageHead(
        title[language],
        lead: .text(
          Text(
            "除密码外，登录和重要操作时再核对手机上每30秒变化一次的验证码。",
            "Besides the password, signing in and weighty steps ask for a code that changes every thirty seconds.")[
              language]))
      if duty == .setUpSecondFactor, let duty { notice(duty.message, .soon, in: language) }
      if !state.formErrors.isEmpty { errorSummary(state.formErrors, in: language) }
      body
    }
  }

  private static func standing(
    _ factor: SecondFactorTable.Factor?, _ login: String, _ issuer: String, _ request: WebRequest,
    _ state: FormState
  ) throws -> HTML {
    let language = request.language
    guard let factor else {
      return sheet(Text("开始登记", "Set it up"), in: language) {
        p {
          Text("请先在手机上安装任意一种动态验证码（TOTP）应用。", "First install any authenticator app (TOTP) on your phone.")[language]
        }
        postForm(path + "/secret", state.tokens(), in: language) {
          field(AccountForm.currentField, errors: state.errors(AccountForm.currentField.name), in: language)
          submitButton(Text("生成密钥", "Make a secret"), .main, in: language)
        }
      }
    }
    guard factor.confirmedAt == nil else {
      return sheet(Text("停用第二因素", "Remove the second factor"), in: language) {
        p { Text("换手机时，先停用，再重新登记。", "For a new phone, remove it and set it up again.")[language] }
        codeForm(SecondFactor.field, path + "/removal", Text("停用", "Remove it"), .plain, state, language)
      }
    }
    let secret = Base32.encode(factor.secret)
    let code = try QRDrawing.html(
      address(secret, login, issuer), description: Text("登记用的二维码", "QR code to scan")[language])
    return sheet(Text("扫描二维码", "Scan the code"), in: language) {
      p { Text("用手机验证器扫描，或者手工输入密钥。", "Scan it with the authenticator, or type the secret.")[language] }
      code
      facts([Web.Fact(Text("密钥", "Secret"), numeral(grouped(secret)))], in: language)
      codeForm(firstCode, path, Text("启用", "Put in use"), .main, state, language)
    }
  }

  /// There are no recovery codes yet.
  private static let firstCode = Field(
    SecondFactor.name, SecondFactor.field.label,
    hint: Text("手机验证器现在显示的6位数字。", "The six digits your phone shows now."),
    autocomplete: "one-time-code")

  private static func codeForm(
    _ asked: Field, _ path: String, _ words: Text, _ kind: ButtonKind, _ state: FormState, _ language: Language
  ) -> HTML {
    postForm(path, state.tokens(), in: language) {
      field(asked, errors: state.errors(SecondFactor.name), in: language)
      submitButton(words, kind, in: language)
    }
  }

  /// The key URI that authenticator apps read.
  private static func address(_ secret: String, _ login: String, _ issuer: String) -> String {
    let name = issuer.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    return "otpauth://totp/\(name):\(login)?secret=\(secret)&issuer=\(name)"
  }

  private static func grouped(_ secret: String) -> String {
    stride(from: 0, to: secret.count, by: 4).map { String(secret.dropFirst($0).prefix(4)) }.joined(separator: " ")
  }
}
