import Kernel
import Localization
import Markup
import Registry
import Storage
import Web
import WorkCalendar

/// 印章证书页 · Certificate of a seal: upload the one a certification authority issued (PKCS#12), see until when it is
/// valid, end its use.
enum SealCertificatePage {
  static let title = Text("印章证书", "Seal certificate")
  private static let largest = 200 << 10
  private static let file = Field(
    "file", Text("证书文件", "Certificate file"), .file(accept: ".p12,.pfx", multiple: false),
    hint: Text("认证机构发给的.p12或者.pfx文件，带私钥。", "The .p12 or .pfx of the certification authority, with its key."))
  private static let password = Field(
    "password", Text("证书文件的密码", "Password of the file"), .password,
    hint: Text("只用来打开文件，不保存；私钥加密保存。", "Opens the file and is not kept; the key is kept encrypted."),
    autocomplete: "off")

  static func routes() -> [Route] {
    Route.form("/seals/{id}/certificate", .keepSeals, title, page: page, submit: submit) + [
      .post("/seals/{id}/certificate/end", .keepSeals, Text("停用印章证书", "End the use of a certificate")) { request in
        let seal = try SealPaths.seal(request)
        try await request.run(EndSealCertificate(seal: seal))
        return SealPaths.certificate(seal)
      }
    ]
  }

  @Sendable private static func submit(_ request: WebRequest) async throws -> String {
    let seal = try SealPaths.seal(request)
    let (upload, password) = try request.read { form in
      (
        form.requiredFile("file", file.label, Set(FileType.allCases)),
        // Not trimmed: it is the file's, not ours.
        request.fields["password"]
      )
    }
    guard let upload else { throw Refusal.notFound }
    guard upload.size <= largest else {
      throw Refusal(
        "seal.certificate.large", Text("文件太大，不是证书文件。", "The file is too large to be a certificate."), field: "file")
    }
    let action = try UploadSealCertificate(
      upload.bytes(), password: password, seal: seal, at: request.services.clock.now())
    try await SecondFactor.confirm(request)
    try await request.run(action)
    return SealPaths.certificate(seal)
  }

  @Sendable private static func page(_ request: WebRequest, _ state: FormState) async throws -> HTML {
    let (language, principal, id) = (request.language, try request.requirePrincipal(), try SealPaths.seal(request))
    let (seal, certificates, hasFactor) = try await request.services.database.read { reader in
      (
        try SealTable.one(id, in: principal.county, reader), try SealCertificateTable.all(of: [id], reader),
        try principal.user.map { try SecondFactor.isEnrolled($0, reader) } ?? false
      )
    }
    let isKeeper = seal.keeper == principal.user
    return shell(try await request.frame(), title: title[language]) {
      SealPaths.head(title, seal, language)
      if !state.formErrors.isEmpty { errorSummary(state.formErrors, in: language) }
      if !isKeeper { SealPaths.notKeeper(language) }
      current(certificates, seal, request, isKeeper, language)
      if isKeeper {
        sheet(Text("上传证书", "Upload a certificate"), in: language) {
          postForm(request.path, state.tokens(), uploads: true, in: language) {
            field(file, errors: state.errors("file"), in: language)
            field(password, errors: state.errors("password"), in: language)
            if hasFactor { field(SecondFactor.field, errors: state.errors(SecondFactor.name), in: language) }
            submitButton(Text("上传并启用", "Upload and use"), .main, in: language)
          }
        }
      }
      if !certificates.isEmpty { history(certificates, language) }
    }
  }

  private static func current(
    _ certificates: [SealCertificate], _ seal: SealRecord, _ request: WebRequest, _ isKeeper: Bool,
    _ language: Language
  ) -> HTML {
    sheet(Text("正在使用的证书", "In use"), in: language) {
      if let one = certificates.first(where: { $0.endedAt == nil }) {
        if let warning = warning(one, request.today) { notice(warning, .soon, in: language) }
        facts(
          [
            Web.Fact(Text("持有人", "Holder"), one.holder), Web.Fact(Text("颁发者", "Issuer"), one.issuer),
            Web.Fact(Text("序列号", "Serial number"), numeral(one.serial)),
            Web.Fact(Text("有效期", "Valid"), SealPaths.period(one.validFrom.day, one.validTo.day, language)),
          ], in: language)
        if isKeeper {
          actionForm(
            SealPaths.certificate(seal.id) + "/end", request.tokens(), Text("停用，改用本单位自建证书", "End its use"),
            in: language)
        }
      } else {
        p {
          Text(
            "本单位自建证书：在本系统的验证页可以验证，其他软件会提示颁发者未知。",
            "The office's own: it verifies on this system's page; other software says that the issuer is unknown.")[
              language]
        }
      }
    }
  }

  /// Told thirty days ahead, and once it is over.
  static func warning(_ one: SealCertificate, _ today: Day) -> Text? {
    guard one.isNearItsEnd(on: today) else { return nil }
    let end = one.validTo.day
    return end < today
      ? Text(
        "证书已于\(Format.day(end, .zh))过期，新文书不能盖章。请上传换发的证书。",
        "The certificate ran out on \(Format.day(end, .en)); new papers cannot be sealed. Upload the renewed one.")
      : Text(
        "证书将于\(Format.day(end, .zh))过期，请及时换发。",
        "The certificate runs out on \(Format.day(end, .en)): have it renewed in time.")
  }

  private static func history(_ certificates: [SealCertificate], _ language: Language) -> HTML {
    sheet(Text("上传过的证书", "All certificates"), in: language, flush: true) {
      dataTable(
        DataTable(
          Text("上传过的证书", "All certificates"),
          columns: [
            Column(Text("持有人", "Holder")), Column(Text("序列号", "Serial number")), Column(Text("有效期", "Valid")),
            Column(Text("上传人", "Uploaded by")), Column(Text("停用时间", "Ended")),
          ],
          rows: certificates.map { one in
            TableRow([
              .text(one.holder), numeral(one.serial),
              .text(SealPaths.period(one.validFrom.day, one.validTo.day, language)),
              .text(one.uploadedBy), .text(one.endedAt.map { Format.instant($0, language) } ?? "—"),
            ])
          }, empty: Text("没有上传过。", "None yet.")), in: language)
    }
  }
}
