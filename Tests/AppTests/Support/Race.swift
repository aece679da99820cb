import Synchronization
import TestSupport
import Testing

/// 同时提交 · Race: a form of a record is sent twice at the same moment, each time with a token of its own, as two people would.
final class Race: Sendable {
  private let sent = Mutex<Set<String>>([])

  /// The last part of the addresses that forms were sent to.
  var places: Set<String> { sent.withLock { $0 } }

  /// What the one sees that was quicker; the other is told so. A form of no record that is there is sent once.
  func run(_ form: PageForm, _ button: (name: String, value: String)?) async throws -> Page {
    guard !form.value("version").isEmpty else { return try await form.submit(button) }
    let rival = form.send(["token": [form.value("token") + "-rival"]])
    async let first = form.submit(button)
    async let second = rival.submit(button)
    let pages = try await [first, second]
    #expect(pages.map(\.status).sorted() == [200, 409], "\(form.action)")
    if let late = pages.first(where: { $0.status == 409 }) {
      #expect(try late.words().contains("他人已经办理了这条记录"), "\(form.action)")
    }
    sent.withLock { _ = $0.insert(String(form.action.split(separator: "/").last ?? "")) }
    return pages.first { $0.status == 200 } ?? pages[0]
  }
}
