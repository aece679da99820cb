import Kernel
import Localization
import Markup
import Papers
import Web
import WorkCalendar

/// 政府文件表单 · The form that registers or corrects a government document.
enum DocumentForm {
  static let newTitle = Text("登记政府文件", "Register a government document")
  static let editTitle = Text("更正政府文件", "Correct the document")

  static let number = Field(
    "number", Text("文号", "Number"), hint: Text("例如：某政办发〔2016〕12号", "As the document bears it"))
  static let documentTitle = Field("title", Text("文件标题", "Title"))
  static let issuer = Field("issuer", Text("发文机关", "Issued by"))
  static let issuedOn = Field("issuedOn", Text("成文日期", "Date of the document"), .date)
  static let receivedOn = Field("receivedOn", Text("收文日期", "Received on"), .date)
  static let inForceOn = Field(
    "inForceOn", Text("施行日期", "In force from"), .date,
    hint: Text("文件写明的，填写", "Where the document names it"), required: false)
  static let about = Field("about", Text("主要内容", "What it concerns"), .textarea(rows: 3), required: false)
  static let file = Field(
    "file", Text("文件（扫描件）", "The document (scan)"), .file(accept: "image/*,application/pdf", multiple: false),
    required: false)

  /// `known`: the document that is corrected.
  static func html(_ request: WebRequest, _ state: FormState, _ known: GovernmentDocument?, _ frame: Frame) -> HTML
  {
    let (language, title) = (request.language, known == nil ? newTitle : editTitle)
    let list = Crumb(DocumentListPage.title[language], path: DocumentPaths.list)
    let above = known.map { [list, Crumb($0.told.number, path: DocumentPaths.board($0.id))] } ?? [list]
    return shell(frame, title: title[language]) {
      pageHead(title[language], crumbs: breadcrumbs(above + [Crumb(title[language])], in: language))
      errorSummary(state.formErrors, in: language)
      sheet(in: language) {
        postForm(
          known.map { DocumentPaths.details($0.id) } ?? DocumentPaths.new, state.tokens(version: known?.version),
          uploads: true, changed: state.isReturned, in: language
        ) {
          ask(documentTitle, known?.told.title)
          div(.class("grid2")) {
            ask(number, known?.told.number)
            ask(issuer, known?.told.issuer)
            ask(issuedOn, known?.told.issuedOn.description)
            ask(receivedOn, known?.told.receivedOn.description ?? request.today.description)
            ask(inForceOn, known?.told.inForceOn?.description)
          }
          ask(about, known?.told.about)
          ask(file, nil)
          submitButton(title, in: language)
        }
      }
    }
    func ask(_ one: Field, _ recorded: String?) -> HTML {
      field(one, state.value(one.name, or: recorded), errors: state.errors(one.name), in: language)
    }
  }

  static func read(_ request: WebRequest) async throws -> (DocumentTold, StoredUpload?) {
    let (told, upload) = try request.read { form in
      (
        DocumentTold(
          number: form.requiredText("number", number.label, max: 60),
          title: form.requiredText("title", documentTitle.label, max: 200),
          issuer: form.requiredText("issuer", issuer.label, max: 100),
          issuedOn: form.requiredDay("issuedOn", issuedOn.label, notAfter: request.today),
          receivedOn: form.requiredDay("receivedOn", receivedOn.label, notAfter: request.today),
          inForceOn: form.day("inForceOn", inForceOn.label),
          about: form.text("about", about.label, max: 1_000, isMultiline: true)),
        form.file("file", file.label)
      )
    }
    guard let upload else { return (told, nil) }
    return (told, try await store(upload, in: request.services))
  }
}
