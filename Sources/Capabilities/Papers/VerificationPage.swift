import Kernel
import Localization
import Markup
import Web
import WorkCalendar

/// 文书验证页 · The public verification page: by the code on the paper, or by the file itself.
struct VerificationPage {
  let standing: PaperStanding?
  let paper: PaperRecord?
  let typed: String
  let formName: Text?

  func body(_ state: FormState, in language: Language) -> HTML {
    .fragment {
      h1 { Text("验证文书真伪", "Check that a paper is genuine")[language] }
      if let standing { answer(standing, language) }
      if !state.formErrors.isEmpty { errorSummary(state.formErrors, in: language) }
      postForm("/verify", state.tokens(), uploads: true, in: language) {
        field(Self.codeField, state.value("code", or: typed), errors: state.errors("code"), in: language)
        field(Self.fileField, errors: state.errors("file"), in: language)
        submitButton(Text("验证", "Check"), .main, in: language)
      }
    }
  }

  static let codeField = Field(
    "code", Text("验证码", "Code"), hint: Text("印在文书页脚，十个字母和数字。", "Ten letters and digits at the foot of the paper."),
    required: false)
  static let fileField = Field(
    "file", Text("或者选择文书的PDF文件", "Or choose the paper’s PDF file"),
    .file(accept: "application/pdf", multiple: false),
    hint: Text("文件只用于核对，不会保存。", "The file is only compared; it is not kept."), required: false)

  private func answer(_ standing: PaperStanding, _ language: Language) -> HTML {
    let (message, tone) = Self.words(standing)
    return .fragment {
      notice(message, tone, in: language)
      if let paper, standing != .unknown {
        facts(
          [
            Web.Fact(Text("文书", "Paper"), (formName ?? .same(paper.form))[language]),
            Web.Fact(Text("文号", "Number"), paper.number ?? "—"),
            Web.Fact(Text("日期", "Date"), Format.day(paper.decidedOn, language)),
            Web.Fact(Text("验证码", "Code"), paper.shortCode),
          ], in: language)
      }
    }
  }

  static func words(_ standing: PaperStanding) -> (Text, Tone) {
    switch standing {
    case .genuine:
      (
        Text(
          "真实：这份文书由本机构出具，签名有效，内容没有改动。",
          "Genuine: this office issued the paper, the signature is valid, nothing was changed."), .good
      )
    case .altered:
      (
        Text(
          "已被改动：内容与出具时不一致，请勿采信，并与出具机构联系。",
          "Altered: it is not what was issued. Do not rely on it; contact the office."), .late
      )
    case .revoked:
      (
        Text(
          "已撤销：这份文书由本机构出具，后来撤销，不再有效。",
          "Revoked: this office issued the paper and later withdrew it. It is no longer valid."), .late
      )
    case .notFinished:
      (Text("文书已经作出，正在制作盖章，请稍后再查。", "The paper is decided and is being sealed. Check again in a moment."), .soon)
    case .unknown:
      (
        Text(
          "没有查到。请核对验证码；文件请使用收到的原始PDF。",
          "Not found. Check the code; for a file, use the PDF exactly as you received it."), .soon
      )
    }
  }
}
