/// 测试表单 · Page form: a form as a page offers it, with what a person fills in.
package struct PageForm: Sendable {
  /// A file that is chosen in a file field.
  package struct File: Sendable {
    package let field: String
    package let name: String
    package let bytes: [UInt8]

    package init(_ field: String, _ name: String, _ bytes: [UInt8]) {
      self.field = field
      self.name = name
      self.bytes = bytes
    }
  }

  package private(set) var action: String
  /// What would be sent, in the page's order.
  package private(set) var fields: [(name: String, value: String)]
  private let page: Page
  private let isMultipart: Bool
  private let isPost: Bool
  private let offered: [String: [String]]
  private let names: Set<String>
  private var files: [File] = []

  init(_ form: MarkupNode, on page: Page) {
    self.page = page
    action = form["action"] ?? page.path
    isMultipart = form["enctype"] == "multipart/form-data"
    isPost = form["method"] == "post"
    let controls = form.descendants.filter { $0["name"] != nil && $0["disabled"] == nil }
    names = Set(controls.compactMap { $0["name"] })
    fields = controls.flatMap(Self.sent)
    offered = Dictionary(grouping: controls, by: { $0["name"] ?? "" }).compactMapValues(Self.options)
  }

  package func value(_ name: String) -> String { fields.first { $0.name == name }?.value ?? "" }
  package func values(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

  /// Types and chooses. Refuses a field or an option that the form does not have.
  package func fill(_ values: [String: String]) throws -> PageForm { try fill(values.mapValues { [$0] }) }

  package func fill(_ values: [String: [String]]) throws -> PageForm {
    for (name, values) in values {
      guard names.contains(name) else { throw BrowserProblem.noField(name, on: page.path) }
      for value in values where offered[name]?.contains(value) == false {
        throw BrowserProblem.noOption(value, of: name)
      }
    }
    return send(values)
  }

  /// Sends what the form does not offer, as a hostile hand would.
  package func send(_ values: [String: [String]]) -> PageForm {
    var form = self
    for (name, values) in values.sorted(by: { $0.key < $1.key }) {
      form.fields.removeAll { $0.name == name }
      form.fields += values.map { (name, $0) }
    }
    return form
  }

  package func without(_ name: String) -> PageForm { send([name: []]) }

  package func attach(_ file: File) -> PageForm {
    var form = self
    form.files.append(file)
    return form
  }

  /// Sends the form and follows where it leads; `button` is the name and value of the button pressed.
  package func submit(_ button: (name: String, value: String)? = nil) async throws -> Page {
    let fields = fields + (button.map { [$0] } ?? [])
    let browser = page.browser
    guard isPost else {
      let query = String(decoding: FormEncoding.urlEncoded(fields), as: UTF8.self)
      return try await browser.get("\(action)?\(query)")
    }
    guard isMultipart else { return try await browser.post(action, fields) }
    let body = FormEncoding.multipart(fields, files)
    return try await browser.follow(browser.send("POST", action, body: body, type: FormEncoding.multipartType))
  }

  /// Sends the form by a button of it that leads elsewhere.
  package func submit(to action: String) async throws -> Page {
    var form = self
    form.action = action
    return try await form.submit()
  }

  /// What a control sends when nothing is touched.
  private static func sent(_ control: MarkupNode) -> [(name: String, value: String)] {
    let name = control["name"] ?? ""
    switch control.name {
    case "textarea": return [(name, control.text)]
    case "select":
      let options = control.all("option").filter { $0["disabled"] == nil }
      let chosen = options.filter { $0["selected"] != nil }
      return (chosen.isEmpty ? Array(options.prefix(1)) : chosen).map { (name, $0["value"] ?? $0.text) }
    case "input":
      switch control["type"] ?? "text" {
      case "submit", "button", "file", "reset": return []
      case "radio", "checkbox": return control["checked"] == nil ? [] : [(name, control["value"] ?? "on")]
      default: return [(name, control["value"] ?? "")]
      }
    default: return []
    }
  }

  /// The values that may be chosen; nil where anything may be typed.
  private static func options(_ controls: [MarkupNode]) -> [String]? {
    let closed = controls.filter { $0.name == "select" || ["radio", "checkbox"].contains($0["type"] ?? "") }
    guard !closed.isEmpty else { return nil }
    return closed.flatMap { control in
      control.name == "select"
        ? control.all("option").filter { $0["disabled"] == nil }.map { $0["value"] ?? $0.text }
        : [control["value"] ?? "on"]
    }
  }
}
