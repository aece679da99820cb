import App
import Foundation
import Kernel
import Storage

/// 写入过程 · Writing: every form is fetched first, as its page gives it; then all are sent at once, and only that is measured.
struct Writing {
  private let rush: Rush
  private let forms: Int
  private let visitors: [String: Visitor]
  private let office: Office
  /// Tells this run's marks from those of an earlier one over the same office.
  private let run = UUIDv7().description.suffix(12)

  init(_ office: Office, port: UInt16, clients: Int, forms: Int) throws {
    self.office = office
    self.forms = forms
    rush = Rush(port: port, clients: clients)
    visitors = try SoakStep.visitors(port)
  }

  func consultations() throws {
    let all = try (0..<forms).map {
      try form(SoakConsultation.path, SoakConsultation.login, SoakConsultation.told(mark($0)))
    }
    _ = try show("consultation, with its paper", all)
  }

  /// From the counter to the grant; each grant makes a sealed and signed decision.
  func applications() async throws {
    var places = [String](repeating: "", count: forms)
    for step in SoakStep.allCases {
      let all = try places.enumerated().map { index, place in
        try form(
          step.path(place), step.login, step.told(mark(index), SoakStep.identityNumber(index % 50, index)))
      }
      guard step == .granted else {
        places = try show("application \(step)", all)
        continue
      }
      try await papersAreMade()
      let (before, began) = (try await sealed(), ContinuousClock.now)
      _ = try show("application \(step), with its number and its decision", all)
      try await papersAreMade()
      let (made, took) = (try await sealed() - before, Load.milliseconds(began.duration(to: .now)) / 1000)
      say(
        "\n\(made) papers sealed and signed within \(MeasureRow.ms(took)) s of the first grant, while the others were granted: "
          + "\(Int(Double(made) / took)) a second")
    }
  }

  /// A sixteenth of the forms is sent by one client alone.
  private func show(_ name: String, _ all: [[UInt8]]) throws -> [String] {
    let few = all.count / 16
    let alone = Rush(port: rush.port, clients: 1).send(Array(all.prefix(few)))
    let together = rush.send(Array(all.dropFirst(few)))
    MeasureRow.show(name, together.measured, alone.measured)
    let places = (alone.places + together.places).compactMap(\.self)
    guard places.count == all.count else {
      throw ConnectionProblem(what: "\(all.count - places.count) forms were not taken: \(name)")
    }
    return places
  }

  private func mark(_ index: Int) -> String { "追索劳动报酬\(run)之\(index)" }

  private func form(_ path: String, _ login: String, _ told: [String: String]) throws -> [UInt8] {
    guard let visitor = visitors[login] else { throw VisitorProblem.notSignedIn(login, 0) }
    let page = try HTTPConnection(port: rush.port).ask(visitor.get(path))
    guard let form = Visitor.form(to: path, in: String(decoding: page.body, as: UTF8.self)) else {
      throw ConnectionProblem(what: "no form at \(path): \(page.status)")
    }
    return visitor.post(path, form.merging(told) { $1 })
  }

  private func sealed() async throws -> Int {
    try await office.services.database.read { try $0.value("SELECT COUNT(*) FROM seal_use") ?? 0 }
  }

  private func papersAreMade() async throws {
    while try await office.services.database.read({ try SoakVerdict.waiting($0) }) > 0 {
      try await Task.sleep(for: .milliseconds(20))
    }
  }
}
