import Kernel
import Localization
import Markup
import Storage
import WorkCalendar

@testable import Web

/// The smallest capability that uses everything: notes with a name, a day, tags and a scan.
enum TestNotes {
  static let write = Permission("note.write", Text("记录", "Write notes"), [.receptionist])
  static let wrongPassword = Refusal("wrong-password", Text("登录名或者密码不对。", "Wrong user name or password."))
  static let name = Text("姓名", "Name")

  static let migration = Migration(id: "note.001") { d in
    [
      """
      CREATE TABLE note (
        \(d.id("id")) PRIMARY KEY, name \(d.text) NOT NULL, held_on \(d.text) NOT NULL, scan \(d.text) NOT NULL,
        version \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """
    ]
  }

  @RouteBuilder static func routes() -> [Route] {
    Route.form("/notes/new", write, Text("新记录", "New note"), page: newPage, submit: add)
    Route.form("/notes/{id}/name", write, Text("更名", "Rename"), page: namePage, submit: rename)
    Route.page("/", nil, Text("首页", "Front page")) { request in
      publicShell(request.plainFrame, title: "首页") { p { request.language.tag } }
    }
    Route.page("/work", .signedIn, Text("待办", "Work list"), workPage)
    Route.page("/notes/{id}", write, Text("记录", "Note"), notePage)
    Route.post("/notes/{id}/removal", write, Text("删除", "Remove")) { request in
      _ = try request.id(of: Spine.Hearing.self)
      return "/work"
    }
    Route.file("/notes/{id}/file", write, Text("文件", "File")) { _ in
      .file(Array("%PDF-".utf8), name: "案卷.pdf", type: "application/pdf")
    }
    Route.fragment("/notes/check", method: .post, write, Text("即时检查", "Live check")) { request in
      p { request.fields["name"] }
    }
    Route.file("/export", nil, Text("导出", "Export")) { _ in
      .stream(name: "大.csv", type: "text/csv") { write in
        for line in 1...3 { try await write(Array("\(line)\n".utf8)) }
      }
    }
    Route.page("/breaks/{how}", nil, Text("出错", "Break")) { request in throw trouble(request.value("how")) }
    Route.api(
      "/api/v1/notes/{id}", write, Text("查询记录", "Look up a note"),
      APIShape(query: ["of": name], answer: .object(["name": .string]))
    ) { request in ["name": try await note(request).name] }
    Route.api(
      "/api/v1/notes", method: .post, write, Text("新增记录", "Add a note"),
      APIShape(body: .object(["name": .string]), answer: .object(["id": .string])), addByProgram)
  }

  private static func workPage(_ request: WebRequest) async throws -> HTML {
    let name = try request.requirePrincipal().name
    return shell(try await request.frame(), title: "待办") {
      h1 { name }
      actionForm("/session/end", request.tokens(), Text("退出", "Sign out"), in: request.language)
    }
  }

  @Sendable private static func addByProgram(_ request: WebRequest) async throws -> any Encodable & Sendable {
    let sent = try request.json([String: String].self)
    return ["id": try await request.run(AddNote(name: sent["name"] ?? "", heldOn: .earliest, scan: ""))]
  }

  private static func newPage(_ request: WebRequest, _ state: FormState) -> HTML {
    let language = request.language
    return shell(request.plainFrame, title: "新记录") {
      h1 { "新记录" }
      errorSummary(state.formErrors, in: language)
      postForm("/notes/new", state.tokens(), uploads: true, in: language) {
        field(Field("name", name), state.value("name"), errors: state.errors("name"), in: language)
        field(
          Field("heldOn", Text("日期", "Day"), .date), state.value("heldOn"), errors: state.errors("heldOn"),
          in: language)
        for tag in ["urgent", "minor", "rural"] {
          label {
            input(
              .type(.checkbox), .name("tag"), .value(tag),
              .checked(state.values("tag", or: ["minor"]).contains(tag)))
            tag
          }
        }
        field(
          Field("scan", Text("扫描件", "Scan"), .file(accept: ".pdf", multiple: false)), errors: state.errors("scan"),
          in: language)
        submitButton(Text("提交", "Send"), in: language)
      }
    }
  }

  private static func add(_ request: WebRequest) async throws -> String {
    let action = try request.read { form in
      AddNote(
        name: form.requiredText("name", name, max: 50), heldOn: form.requiredDay("heldOn", Text("日期", "Day")),
        scan: form.file("scan", Text("扫描件", "Scan"), [.pdf]).map {
          "\($0.fileName) \($0.size) \(Token.hex($0.sha256))"
        }
          ?? "")
    }
    return "/notes/\(try await request.run(action))"
  }

  private static func namePage(_ request: WebRequest, _ state: FormState) async throws -> HTML {
    let note = try await note(request)
    return shell(request.plainFrame, title: "更名") {
      h1 { note.name }
      errorSummary(state.formErrors, in: request.language)
      postForm("/notes/\(note.id)/name", state.tokens(version: note.version), in: request.language) {
        field(
          Field("name", name), state.value("name", or: note.name), errors: state.errors("name"),
          in: request.language)
        submitButton(Text("提交", "Send"), in: request.language)
      }
    }
  }

  private static func rename(_ request: WebRequest) async throws -> String {
    let id: HearingID = try request.id()
    let action = try request.read { RenameNote(id: id, name: $0.requiredText("name", name, max: 50)) }
    try await request.run(action)
    return "/notes/\(id)"
  }

  private static func notePage(_ request: WebRequest) async throws -> HTML {
    let note = try await note(request)
    return shell(request.plainFrame, title: note.name) {
      h1 { note.name }
      p { note.heldOn.description }
      code { note.scan }
    }
  }

  private struct Note: Sendable {
    let id: HearingID
    let name: String
    let heldOn: Day
    let scan: String
    let version: Int
  }

  private static func note(_ request: WebRequest) async throws -> Note {
    let id: HearingID = try request.id()
    let row = try await request.services.database.read {
      try $0.row("SELECT name, held_on, scan, version FROM note WHERE id = \(id)")
    }
    guard let row else { throw Refusal.notFound }
    return Note(
      id: id, name: try row.get("name"), heldOn: try row.get("held_on"), scan: try row.get("scan"),
      version: try row.get("version"))
  }

  private static func trouble(_ how: String) -> any Error {
    switch how {
    case "busy": StorageError.busy(retryAfter: .seconds(7))
    case "unavailable": StorageError.unavailable("no server")
    case "nul\u{0}": StorageError.invalidText
    case "doubt": StorageError.inDoubt
    case "bug": Trouble(secret: "320999197002182183")
    case "refused": Refusals([wrongPassword])
    case "conflict": Refusal.changedMeanwhile
    case "forbidden": Refusal.notAllowed
    default: Refusal.notFound
    }
  }

  private struct Trouble: Error { let secret: String }
}

struct AddNote: Action {
  static let permission = TestNotes.write
  let name: String
  let heldOn: Day
  let scan: String

  func perform(in context: ActionContext) throws -> HearingID {
    let id = HearingID()
    try context.tx.run(
      "INSERT INTO note (id, name, held_on, scan, version) VALUES (\(id), \(name), \(heldOn), \(scan), 1)")
    context.record("note.added", Subject("note", id.uuid))
    return id
  }
}

struct RenameNote: Action {
  static let permission = TestNotes.write
  let id: HearingID
  let name: String

  func perform(in context: ActionContext) throws -> Done {
    let version: Int? = try context.tx.value("SELECT version FROM note WHERE id = \(id)")
    try context.requireVersion(version ?? 0)
    try context.tx.run("UPDATE note SET name = \(name), version = version + 1 WHERE id = \(id)")
    context.record("note.renamed", Subject("note", id.uuid))
    return Done()
  }
}
