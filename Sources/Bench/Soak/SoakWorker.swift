import Foundation
import Kernel
import Storage

/// 办事人 · Soak worker: goes on with its work whatever happens to the server. What was sent and not answered is sent again,
/// the same form with the same token, until it is answered.
final class SoakWorker {
  private let index: Int
  private let visitors: [String: Visitor]
  private let ledger: SoakLedger
  private let connection: HTTPConnection
  private let isOver: @Sendable () -> Bool
  /// Tells this run's marks from those of an earlier one over the same office.
  private let run = UUIDv7().description.suffix(12)
  private var serial = 0

  init(
    _ index: Int, _ visitors: [String: Visitor], _ ledger: SoakLedger, port: UInt16,
    isOver: @escaping @Sendable () -> Bool
  ) {
    self.index = index
    self.visitors = visitors
    self.ledger = ledger
    self.isOver = isOver
    connection = HTTPConnection(port: port)
  }

  func work() {
    while !isOver() {
      serial += 1
      if (index + serial).isMultiple(of: 2) { application() } else { consultation() }
    }
  }

  private var mark: String { "追索劳动报酬\(run)之\(index)之\(serial)" }
  private var applicant: String { SoakStep.identityNumber(index, serial) }

  private func consultation() {
    guard
      let path = submit(SoakConsultation.told(mark), to: SoakConsultation.path, as: SoakConsultation.login)
    else { return }
    guard path.hasPrefix("/consultations/") else { return surprise(SoakConsultation.path, path) }
    ledger.note { $0.consultations.append(mark) }
  }

  /// Where the application is, that has come as far as this step; nil where it did not come so far.
  @discardableResult
  func application(until last: SoakStep = .granted) -> String? {
    var page = ""
    for step in SoakStep.allCases where step <= last {
      let path = step.path(page)
      guard let next = submit(step.told(mark, applicant), to: path, as: step.login) else { return nil }
      guard next.hasPrefix("/applications/") else {
        surprise(path, next)
        return nil
      }
      page = next
      ledger.note { $0.applications[mark] = step }
    }
    return page
  }

  // MARK: Sending

  /// Where the server led to after it took the form; nil: the time is over and nothing had been sent, or it was refused.
  private func submit(_ told: [String: String], to path: String, as login: String) -> String? {
    guard let visitor = visitors[login], let page = answered(visitor.get(path), isSent: false),
      let form = Visitor.form(to: path, in: String(decoding: page.body, as: UTF8.self))
    else { return nil }
    guard let answer = answered(visitor.post(path, form.merging(told) { $1 }), isSent: true) else { return nil }
    guard answer.status == 303, let place = HTTPConnection.header("location", in: answer.head) else {
      surprise(path, String(answer.status))
      return nil
    }
    ledger.note { $0.acknowledged += 1 }
    return String(place.prefix { $0 != "?" && $0 != "#" })
  }

  /// Asks until somebody answers. Once sent, a form is never given up.
  private func answered(_ request: [UInt8], isSent: Bool) -> HTTPConnection.Answer? {
    var tries = 0
    while isSent || !isOver() {
      let answer = try? connection.ask(request)
      if let answer, answer.status < 500 { return answer }
      if let answer {
        if answer.status == 500 { surprise("a page", "500") }
        let title = Self.title(of: answer)
        ledger.note { $0.refused[title, default: 0] += 1 }
      }
      tries += 1
      if tries == 1, isSent { ledger.note { $0.repeated += 1 } }
      Thread.sleep(forTimeInterval: 0.02)
    }
    return nil
  }

  /// The status and the heading of a page.
  static func title(of answer: HTTPConnection.Answer) -> String {
    let page = String(decoding: answer.body, as: UTF8.self)
    let heading = page.firstMatch(of: /<h1[^>]*>([^<]*)/).map { String($0.1) }
    return "\(answer.status) \(heading ?? "")"
  }

  private func surprise(_ path: String, _ what: String) {
    ledger.note { if $0.surprises.count < 20 { $0.surprises.append("\(path): \(what)") } }
  }
}
