import Kernel
import Localization
import Markup
import Paper
import Registry
import Storage
import Web
import WorkCalendar

/// 印模页 · Impressions of a seal: upload the office's own picture, look at it on a sample paper, put it in use.
enum SealImpressionPage {
  static let title = Text("印模", "Seal impression")
  private static let largest = 2 << 20
  private static let file = Field(
    "file", Text("印模图片", "Picture of the impression"), .file(accept: "image/png", multiple: false),
    hint: Text(
      "PNG，正方形，底色透明，边长300到3000像素，不超过2MB；印出来直径42毫米。",
      "PNG, square, transparent ground, 300 to 3,000 pixels a side, at most 2 MB; printed 42 mm wide."))

  static func routes() -> [Route] {
    Route.form("/seals/{id}/impression", .keepSeals, title, page: page, submit: submit) + [
      .post("/seals/{id}/impression/use", .keepSeals, Text("启用印模", "Put an impression in use")) { request in
        let seal = try SealPaths.seal(request)
        guard let one = UUIDv7(request.fields["impression"]) else { throw Refusal.notFound }
        try await request.run(UseSealImpression(seal: seal, impression: one))
        return SealPaths.impression(seal)
      },
      .post("/seals/{id}/impression/end", .keepSeals, Text("停用印模", "End the use of an impression")) { request in
        let seal = try SealPaths.seal(request)
        try await request.run(UseSealImpression(seal: seal, impression: nil))
        return SealPaths.impression(seal)
      },
      .file("/seals/{id}/sample", .keepSeals, Text("用印样张", "A sample paper")) { request in
        let found = try await load(request)
        let shown = found.impressions.first { $0.id.description == request.query["impression"] }
        let image = try await shown?.read(from: request.services.files)
        let bytes = try await SealSample.render(agency: found.agency, impression: image, on: request.today)
        return .file(bytes, name: "样张.pdf", type: "application/pdf", isInline: true)
      },
      .file("/seals/{id}/picture", .keepSeals, Text("印模图片", "Picture of an impression")) { request in
        let found = try await load(request)
        guard let shown = found.impressions.first(where: { $0.id.description == request.query["impression"] })
        else {
          throw Refusal.notFound
        }
        return .file(
          try await shown.read(from: request.services.files), name: "印模.png", type: "image/png", isInline: true)
      },
    ]
  }

  private struct Found: Sendable {
    let seal: SealRecord
    let agency: String
    let impressions: [SealImpression]
  }

  private static func load(_ request: WebRequest) async throws -> Found {
    let (county, id) = (try request.requirePrincipal().county, try SealPaths.seal(request))
    return try await request.services.database.read { reader in
      let seal = try SealTable.one(id, in: county, reader)
      return Found(
        seal: seal, agency: try AgencyTable.of(seal.agency, in: county, reader).name,
        impressions: try SealImpressionTable.all(id, reader))
    }
  }

  @Sendable private static func submit(_ request: WebRequest) async throws -> String {
    let (principal, seal) = (try request.requirePrincipal(), try SealPaths.seal(request))
    let upload = try request.read { $0.requiredFile("file", file.label, [.png]) }
    guard let upload else { throw Refusal.notFound }
    guard upload.size <= largest else {
      throw Refusal(
        "seal.image.large", Text("图片超过2MB，请压缩后再上传。", "The picture has more than 2 MB: make it smaller."),
        field: "file")
    }
    let image: SealImage
    do { image = try SealImage(png: upload.bytes()) } catch let problem as SealImage.Problem {
      throw problem.refusal
    }
    _ = try await UploadSealImpression.run(image, seal: seal, as: principal, request.runner, request.submission)
    return SealPaths.impression(seal)
  }

  @Sendable private static func page(_ request: WebRequest, _ state: FormState) async throws -> HTML {
    let (language, found) = (request.language, try await load(request))
    let isKeeper = found.seal.keeper == (try request.requirePrincipal().user)
    return shell(try await request.frame(), title: title[language]) {
      SealPaths.head(title, found.seal, language)
      if !state.formErrors.isEmpty { errorSummary(state.formErrors, in: language) }
      if !isKeeper { SealPaths.notKeeper(language) }
      if isKeeper {
        sheet(Text("上传印模", "Upload an impression"), in: language) {
          p(.class("soft")) {
            Text(
              "上传后先看样张，确认无误再启用；已经盖章的文书不变。",
              "Look at the sample, then put it in use; papers sealed before do not change.")[
                language]
          }
          postForm(request.path, state.tokens(), uploads: true, in: language) {
            field(file, errors: state.errors("file"), in: language)
            submitButton(Text("上传", "Upload"), .main, in: language)
          }
        }
      }
      drawn(found, request, isKeeper, language)
      for one in found.impressions { impression(one, found.seal, request, isKeeper, language) }
    }
  }

  private static func drawn(
    _ found: Found, _ request: WebRequest, _ isKeeper: Bool, _ language: Language
  ) -> HTML {
    let isOwn = found.impressions.contains(where: \.isInUse)
    return sheet(Text("系统绘制的印章", "The drawn seal"), in: language) {
      SealPicture(agency: found.agency).html(in: language)
      p { standing(!isOwn, language) }
      div(.class("actions")) {
        linkButton(Text("看样张", "Sample paper"), to: SealPaths.sample(found.seal.id), in: language)
        if isOwn, isKeeper {
          actionForm(
            SealPaths.impression(found.seal.id) + "/end", request.tokens(), Text("改用绘制的印章", "Use the drawn seal"),
            in: language)
        }
      }
    }
  }

  private static func impression(
    _ one: SealImpression, _ seal: SealRecord, _ request: WebRequest, _ isKeeper: Bool, _ language: Language
  ) -> HTML {
    sheet(Text("上传的印模", "Uploaded impression"), in: language) {
      img(
        .src("/seals/\(seal.id)/picture?impression=\(one.id)"), .alt(title[language]), .width(.pixels(160)),
        .height(.pixels(160)))
      facts(
        [
          Web.Fact(Text("像素", "Pixels"), "\(one.width) × \(one.height)"),
          Web.Fact(Text("上传人", "Uploaded by"), one.uploadedBy),
          Web.Fact(Text("状态", "State"), standing(one.isInUse, language)),
        ], in: language)
      div(.class("actions")) {
        linkButton(
          Text("看样张", "Sample paper"), to: SealPaths.sample(seal.id) + "?impression=\(one.id)", in: language)
        if isKeeper, !one.isInUse {
          postForm(SealPaths.impression(seal.id) + "/use", request.tokens(), in: language) {
            hiddenField("impression", one.id.description)
            submitButton(Text("启用", "Put in use"), .main, in: language)
          }
        }
      }
    }
  }

  private static func standing(_ isInUse: Bool, _ language: Language) -> HTML {
    tag((isInUse ? Text("使用中", "In use") : Text("未使用", "Not in use"))[language], isInUse ? .good : .plain)
  }
}
