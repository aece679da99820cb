import Foundation
package import Kernel
import Localization
import Markup
import Storage
package import Web
import WorkCalendar

extension Papers {
  package static func routes(forms: [PaperForm]) -> [Route] {
    let names = Dictionary(forms.map { ($0.form, $0.name) }, uniquingKeysWith: { first, _ in first })
    return PrintingPage(names: names).routes() + files + SigningPage.routes(forms) + verification(names)
      + seals(forms, names)
      + WordingRoutes.routes(forms)
  }

  private static var files: [Route] {
    [
      .file("/papers/{id}", .viewPapers, Text("文书文件", "A paper’s file")) { request in
        let (principal, id) = (try request.requirePrincipal(), try request.id(of: Spine.Paper.self))
        let paper = try await request.services.database.read { reader in
          let paper = try PaperTable.one(id, in: principal.county, reader)
          try SubjectScope.require(paper, principal, reader)
          return paper
        }
        guard let hash = paper.fileSHA256.flatMap({ BlobHash($0) }) else { throw Refusal.notFound }
        let name = "\(paper.form) \(paper.number ?? paper.shortCode).pdf"
        return .file(
          try await request.services.files.read(hash), name: name, type: "application/pdf", isInline: true)
      },
      .file("/papers/{id}/signed", .viewPapers, Text("屏幕签名的文书文件", "A paper’s file as signed on the screen")) {
        request in
        let (principal, id) = (try request.requirePrincipal(), try request.id(of: Spine.Paper.self))
        let paper = try await request.services.database.read { reader in
          let paper = try PaperTable.one(id, in: principal.county, reader)
          try SubjectScope.require(paper, principal, reader)
          return paper
        }
        guard let hash = paper.signedSHA256.flatMap({ BlobHash($0) }) else { throw Refusal.notFound }
        let name = "\(paper.form) \(paper.number ?? paper.shortCode) signed.pdf"
        return .file(
          try await request.services.files.read(hash), name: name, type: "application/pdf", isInline: true)
      },
      .file("/attachments/{id}", .viewPapers, Text("附件文件", "An uploaded file")) { request in
        let (principal, id) = (try request.requirePrincipal(), try request.id(of: Spine.Attachment.self))
        let one = try await request.services.database.read { reader in
          let one = try AttachmentTable.one(id, in: principal.county, reader)
          try SubjectScope.require(one.subject, principal, reader)
          return one
        }
        guard let hash = BlobHash(one.sha256) else { throw Refusal.notFound }
        let isShown = one.mediaType == "application/pdf" || one.mediaType.hasPrefix("image/")
        return .file(
          try await request.services.files.read(hash), name: one.name, type: one.mediaType, isInline: isShown)
      },
    ]
  }

  private static func verification(_ names: [String: Text]) -> [Route] {
    let page: @Sendable (WebRequest, FormState, PaperStanding?, PaperRecord?) async throws -> HTML = {
      request, state, standing, paper in
      let title = Text("验证文书真伪", "Check that a paper is genuine")
      return publicShell(try await request.frame(), title: title[request.language]) {
        VerificationPage(
          standing: standing, paper: paper, typed: request.value("code"),
          formName: paper.flatMap { names[$0.form] }
        ).body(state, in: request.language)
      }
    }
    return [
      .page("/verify/{code}", nil, Text("文书验证结果", "A paper’s standing")) { request in
        let (standing, paper) = try await PaperVerification(request.services).standing(code: request.value("code"))
        return try await page(request, .fresh(request), standing, paper)
      },
      .page("/verify", nil, Text("验证文书", "Check a paper")) { try await page($0, .fresh($0), nil, nil) },
      Route(.post, "/verify", nil, Text("验证文书", "Check a paper"), kind: .form) { request in
        let verification = PaperVerification(request.services)
        if let file = request.uploads.files.first(where: { $0.field == "file" && $0.size > 0 }) {
          let (standing, paper) = try await verification.standing(file: file.bytes())
          return .page(try await page(request, .fresh(request), standing, paper))
        }
        let (standing, paper) = try await verification.standing(code: request.fields["code"])
        return .page(try await page(request, .fresh(request), standing, paper))
      },
    ]
  }

  private static func seals(_ forms: [PaperForm], _ names: [String: Text]) -> [Route] {
    [
      .list("/seals", .keepSeals, SealsPage.title) { request in
        let (principal, today) = (try request.requirePrincipal(), request.today)
        let before = request.wantsSheet ? nil : Int(request.query["before"])
        return try await request.services.database.read { reader in
          SealsPage(
            entries: try SealTable.all(principal.county, reader).map {
              SealsPage.Entry(
                seal: $0, authorisations: try SealTable.authorisations($0.id, reader),
                impression: try SealImpressionTable.inUse($0.id, reader),
                certificate: try SealCertificateTable.all(of: [$0.id], reader).first { $0.endedAt == nil })
            },
            uses: try SealTable.uses(
              in: principal.county, before: before, limit: request.rows(ofPage: SealTable.pageSize), reader),
            waiting: try PaperTable.waiting(principal.county, reader).count, formNames: names,
            principal: principal, today: today)
        }.listPage(request)
      },
      .post("/seals/{id}/authorisations/{authorisation}/end", .keepSeals, Text("结束用印授权", "End an authorisation")) {
        request in
        guard let seal = UUIDv7(request.value("id")), let one = UUIDv7(request.value("authorisation")) else {
          throw Refusal.notFound
        }
        try await request.run(EndSealAuthorisation(seal: seal, authorisation: one))
        return "/seals"
      },
    ] + AuthorisationForm.routes(forms) + AddSealForm.routes() + SealImpressionPage.routes()
      + SealCertificatePage.routes() + AffixingPage.routes(names, sealed: Set(forms.filter(\.isSealed).map(\.form)))
  }
}
