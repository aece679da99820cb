import TestSupport
import Testing

/// 填好的表单 · Filled form: a form of a page, in order but for the one field that is tried.
struct FilledForm: Sendable {
  let form: PageForm
  let browser: Browser
  /// What a person fills in or chooses, beside files.
  let controls: [MarkupNode]
  /// What only the action can ask for, because it turns on the record.
  private let askedLater: Set<String>

  init(
    _ page: Page, _ action: String, _ values: [String: String], version: String? = nil, askedLater: Set<String> = []
  ) throws {
    self.askedLater = askedLater
    browser = page.browser
    let filled = try page.form(action: action).fill(values)
    form = version.map { filled.send(["version": [$0]]) } ?? filled
    let root = try #require(try page.root().all("form").first { $0["action"] == action })
    controls = root.descendants.filter { node in
      node["name"] != nil && ["input", "select", "textarea"].contains(node.name)
        && !["hidden", "file", "submit", "password"].contains(node["type"] ?? "")
    }
  }

  var names: [String] { Set(controls.compactMap { $0["name"] }).sorted() }

  func isTyped(_ name: String) -> Bool {
    controls.contains { $0["name"] == name && ($0.name == "textarea" || $0.name == "input" && !isTicked($0)) }
  }

  func isRequired(_ name: String) -> Bool {
    !askedLater.contains(name) && controls.contains { $0["name"] == name && $0["required"] != nil }
  }

  private func isTicked(_ node: MarkupNode) -> Bool { ["radio", "checkbox"].contains(node["type"] ?? "") }

  /// What a field's own kind rules out.
  private func isRefused(_ value: HostileValue, in name: String) -> Bool {
    guard isTyped(name), let control = controls.first(where: { $0["name"] == name }) else { return false }
    let (isDay, isNumber) = (control["type"] == "date", control["inputmode"] != nil)
    switch value {
    case .empty: return isRequired(name)
    case .huge, .control, .gb18030: return true
    case .script, .statement, .emoji: return isDay || isNumber || control["type"] == "tel"
    case .impossibleDay, .negative, .unknownID: return isDay || isNumber
    }
  }

  func send(_ value: HostileValue, in name: String) async throws -> Page {
    let others = String(decoding: FormEncoding.urlEncoded(form.without(name).fields), as: UTF8.self)
    let body = Array("\(others)&\(name)=\(value.encoded)".utf8)
    let type = "application/x-www-form-urlencoded"
    let answer = try await browser.send("POST", form.action, body: body, type: type)
    return answer.status == 303 ? try await browser.get(answer.header("Location") ?? "/") : answer
  }

  /// Whatever came of it: said at the field, nothing lost, nothing run.
  func expectAnswered(_ page: Page, _ value: HostileValue, in name: String) throws {
    let what = "\(form.action) \(name) \(value.rawValue)"
    #expect([200, 409, 422].contains(page.status), "\(what): \(page.status)")
    #expect(!page.text.contains("<script>alert"), "\(what)")
    if isRefused(value, in: name) {
      #expect(page.status == 422, "\(what): \(page.status)")
    }
    guard page.status != 200 else { return }
    let again = try page.form(action: form.action)
    for other in form.fields where other.name != name && !["csrf", "token", "version"].contains(other.name) {
      #expect(again.values(other.name) == form.values(other.name), "\(what) loses \(other.name)")
    }
    if isTyped(name), let shown = value.shownAgain { #expect(again.value(name) == shown, "\(what) is not kept") }
    guard page.status == 422 else { return }
    #expect(try !page.error(at: name).isEmpty, "\(what): nothing is said at the field")
    for other in names where other != name {
      #expect(try page.error(at: other) == "", "\(what): \(other) is blamed")
    }
  }
}
