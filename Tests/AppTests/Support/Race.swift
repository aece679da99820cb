import Kernel
import Storage
import Synchronization
import TestSupport
import Testing
import WorkCalendar

/// 同时提交 · Race: a form of a record is sent twice at the same moment, each time with a token of its own, as two people would.
final class Race: Sendable {
  private let sent = Mutex<Set<String>>([])

  /// The last part of the addresses that forms were sent to.
  var places: Set<String> { sent.withLock { $0 } }

  /// What the one sees that was quicker; the other is told so, or that the record is not there (any more, or for him), or why
  /// a second is refused. Another form of no record that is there is sent once.
  func run(_ form: PageForm, _ button: (name: String, value: String)?, late: Int = 409) async throws -> Page {
    guard late == 422 || !form.value("version").isEmpty else { return try await form.submit(button) }
    let rival = form.send(["token": [form.value("token") + "-rival"]])
    async let first = form.submit(button)
    async let second = rival.submit(button)
    let pages = try await [first, second]
    #expect(pages.map(\.status).sorted() == [200, late], "\(form.action)")
    if let late = pages.first(where: { $0.status == 409 }) {
      #expect(try late.words().contains("他人已经办理了这条记录"), "\(form.action)")
    }
    sent.withLock { _ = $0.insert(String(form.action.split(separator: "/").last ?? "")) }
    return pages.first { $0.status == 200 } ?? pages[0]
  }
}

extension Race {
  /// 一步 · What somebody does with a record at a place below its address.
  struct Step: Sendable {
    let login: String
    let place: String
    var values: [String: String] = [:]
    /// Chosen by its label, in the field `person` or in the one named.
    var person: String?
    var field = "person"
    /// Where the form stands, when it has no page of its own.
    var on: String?
    /// What the other is answered: 409, 404 where the record is gone for him, 422 where there is none yet and may be one alone.
    var late = 409

    init(
      _ login: String, _ place: String, _ values: [String: String] = [:], person: String? = nil,
      in field: String = "person", on: String? = nil, late: Int = 409
    ) {
      (self.login, self.place, self.values, self.person) = (login, place, values, person)
      (self.field, self.on, self.late) = (field, on, late)
    }
  }

  /// Everything that the form asks for is filled in; where the winner was led to.
  @discardableResult
  func take(_ step: Step, on record: String, _ desks: Desks) async throws -> Page {
    let path = "\(record)/\(step.place)"
    let page = try await desks.page(step.on ?? path, for: step.login)
    let node = try #require(try page.posts().first { $0["action"] == path }, "\(path) has no form: \(page.status)")
    var values = node.filling(today: desks.clock.now.day.description)
    for (name, value) in step.values { values[name] = [value] }
    if let person = step.person { values[step.field] = [try page.choice(person)] }
    var form = try page.form(action: path).send(values)
    for file in node.controls where file["type"] == "file" {
      form = form.attach(PageForm.File(file["name"] ?? "", "扫描件.pdf", Scan.pdf(path)))
    }
    let answer = try await run(form, nil, late: step.late)
    let wrong = try answer.root().descendants.first { $0.has(class: "summary") }?.text
    #expect(answer.status == 200, "\(path): \(answer.status) \(wrong ?? "")")
    return answer
  }
}

extension TestOffice {
  /// What two tokens of one form did both.
  func doneTwice() async throws -> [String] {
    try await services.database.read { reader in
      try reader.rows(
        """
        SELECT kind FROM event WHERE token IS NOT NULL AND kind NOT LIKE 'user.%'
        GROUP BY kind, subject_id, REPLACE(token, '-rival', '')
        HAVING COUNT(*) > 1 ORDER BY kind
        """
      ).map { try $0.get("kind", as: String.self) }
    }
  }
}
