import Foundation
import Kernel
import Localization
import Markup
import Paper
import Storage
import Web

/// 屏幕签名页 · Signing page: what the paper says, for the signer to read, and the pad to sign on.
struct SigningPage {
  static let title = Text("在屏幕上签名", "Sign on the screen")

  static func path(_ paper: PaperID) -> String { "/papers/\(paper)/signature" }

  static func routes(_ forms: [PaperForm]) -> [Route] {
    Route.form(
      "/papers/{id}/signature", .takeSignatures, title,
      page: { request, state in
        let page = try await load(request, forms)
        return shell(try await request.frame(), title: title[request.language]) {
          page.body(request, state)
        }
      }, submit: { request in try await submit(request) })
  }

  private let paper: PaperRecord
  private let facts: PaperFacts
  private let signed: Set<String>
  private let form: PaperForm?
  /// Why nobody can sign it now.
  private let obstacle: Refusal?

  private static func load(_ request: WebRequest, _ forms: [PaperForm]) async throws -> SigningPage {
    let (principal, services) = (try request.requirePrincipal(), request.services)
    let (id, today) = (try request.id(of: Spine.Paper.self), request.today)
    return try await services.database.read { reader in
      let paper = try PaperTable.one(id, in: principal.county, reader)
      try SubjectScope.requireSigning(paper.subject, principal, reader)
      let facts = try paper.facts(services.keys)
      let gates = try services.refusals(at: SignPaper.step, paper.subject, on: today, reader)
      return SigningPage(
        paper: paper, facts: facts,
        signed: Set(try PaperSignatureTable.of(id, in: principal.county, reader).map(\.signer)),
        form: forms.first { $0.form == paper.form && $0.formSet == paper.formSet },
        obstacle: SignPaper.obstacle(paper, facts) ?? gates.first)
    }
  }

  private static func submit(_ request: WebRequest) async throws -> String {
    let id = try request.id(of: Spine.Paper.self)
    let (signer, name, place, drawn) = try request.read { form in
      (
        form.requiredText("signer", signerLabel, max: 2), form.requiredText("name", nameField.label, max: 100),
        form.requiredText("place", placeField.label, max: 100), handwriting(&form)
      )
    }
    guard let line = Int(signer), let drawn else { throw unsigned }
    try await request.run(preparing: {
      try await SignPaper.prepared(
        id, signer: line, name: name, place: place, drawn, as: request.requirePrincipal(), request.services)
    })
    return "\(path(id))"
  }

  private static func handwriting(_ form: inout FieldReader) -> Handwriting? {
    let drawn = try? JSONDecoder().decode(Handwriting.self, from: Data(form.fields["strokes"].utf8))
    if drawn == nil { form.refuse(unsigned.key, at: "strokes", unsigned.message) }
    return drawn
  }

  private static let unsigned = Refusal(
    "signature.none", Text("还没有签名，或者笔迹不完整。请在框内签名。", "There is no signature yet, or only a dot. Sign in the box."),
    field: "strokes")

  private func body(_ request: WebRequest, _ state: FormState) -> HTML {
    let language = request.language
    return .fragment {
      pageHead(
        Self.title[language], crumbs: crumbs(language),
        lead: .text(paper.form.titled((form?.name ?? .same(facts.name))[language])),
        actions: [
          linkButton(Text("打开文书", "Open the paper"), to: "/papers/\(paper.id)", in: language),
          paper.signedSHA256 == nil
            ? nil
            : linkButton(Text("打开已签名的文书", "Open the signed paper"), to: "/papers/\(paper.id)/signed", in: language),
          record.map {
            linkButton(Text("返回\($0.name.zh)", "Back to the \($0.name.en.lowercased())"), to: $0.path, in: language)
          },
        ].compactMap(\.self))
      errorSummary(state.formErrors, in: language)
      if let obstacle {
        let isComing = obstacle.key == SignPaper.notReady.key
        div(.id("paper-coming"), .dataAwait(isComing)) { notice(obstacle.message, .soon, in: language) }
        if isComing {
          linkButton(Text("刷新", "Reload"), to: Self.path(paper.id), .main, in: language)
        }
      } else if facts.signers.allSatisfy(signed.contains) {
        notice(Text("签名已经全部完成，并写入文书。", "Everybody has signed; the signatures stand on the paper."), in: language)
      } else {
        columns {
          content(language)
        } beside: {
          pad(request, state)
        }
      }
    }
  }

  /// The record that the paper is of, where it has a page.
  private var record: (name: Text, path: String)? {
    switch paper.subject.kind {
    case "application": (Text("申请", "Application"), "/applications/\(paper.subject.id)")
    case "case": (Text("案件", "Case"), "/cases/\(paper.subject.id)")
    case "consultation": (Text("咨询", "Consultation"), "/consultations/\(paper.subject.id)")
    case "legalHelp": (Text("法律帮助", "Legal help"), "/legal-helps/\(paper.subject.id)")
    default: nil
    }
  }

  private func crumbs(_ language: Language) -> HTML {
    breadcrumbs(
      (record.map { [Crumb($0.name[language], path: $0.path)] } ?? []) + [Crumb(Self.title[language])], in: language
    )
  }

  /// Papers are issued in Chinese, whatever the language of the page.
  private func content(_ language: Language) -> HTML {
    sheet(Text("请先阅读文书内容", "Read the paper first"), in: language) {
      div(.lang(Language.zh.tag)) {
        Web.facts(
          facts.labels.map { Web.Fact(.same($0[1]), facts.fields[$0[0]] ?? "") }, in: .zh)
        for paragraph in PaperComposition(facts: facts).paragraphs { p { paragraph } }
      }
      p(.class("small soft")) { "SHA-256 \(paper.fileSHA256 ?? "")" }
    }
  }

  private func pad(_ request: WebRequest, _ state: FormState) -> HTML {
    let language = request.language
    let open = facts.signers.indices.filter { !signed.contains(facts.signers[$0]) }
    let first = open.first ?? 0
    return sheet(Self.title, in: language) {
      postForm(
        Self.path(paper.id), state.tokens(version: paper.version), changed: state.isReturned, in: language
      ) {
        field(
          Field("signer", Self.signerLabel, .radios(open.map { Choice("\($0)", name(ofLine: $0)) })),
          state.value("signer", or: "\(first)"), errors: state.errors("signer"), in: language)
        field(
          Self.nameField, state.value("name", or: person(onLine: first, before: request.principal)),
          errors: state.errors("name"), in: language
        )
        field(
          Self.placeField, state.value("place", or: request.principal?.agencyName), errors: state.errors("place"),
          in: language)
        signaturePad(
          "strokes", Text("签名", "Signature"), state.value("strokes"), errors: state.errors("strokes"), in: language)
        submitButton(Text("确认签名并写入文书", "Put the signature on the paper"), in: language)
      }
    }
  }

  private func name(ofLine line: Int) -> Text {
    guard let form, form.signers.indices.contains(line) else { return .same(facts.signers[line]) }
    return form.signers[line]
  }

  /// Where the form has a field of the signer's own, his name stands there; of two undertakers, whoever is here.
  private func person(onLine line: Int, before principal: Principal?) -> String? {
    let named = facts.labels.first { $0[1] == facts.signers[line] }.flatMap { facts.fields[$0[0]] }
    guard let named, let principal, named.components(separatedBy: "、").contains(principal.name) else {
      return named
    }
    return principal.name
  }

  private static let signerLabel = Text("签名栏", "Signature line")
  private static let nameField = Field(
    "name", Text("签名人姓名", "Signer’s name"),
    hint: Text("由他人代签的，写明代签人。", "If another signs for him, that person’s name."))
  private static let placeField = Field(
    "place", Text("签名地点", "Place of signing"),
    hint: Text("签名时间、地点、经办人和文件的校验值一并写入文书。", "Time, place, clerk and the file’s digest stand on the paper too."))
}
