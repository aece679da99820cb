import Cases
import Kernel
import Storage
import TestSupport
import Testing
import WorkCalendar

/// Bad input: whatever is sent, a form answers with a page that says what is wrong, and never breaks.
@Suite struct CaseInputTests {
  private static let hostile = [
    "", " ", "0", "-1", "2016-02-30", "99999999999999999999", "'; DROP TABLE aid_case; --",
    "<script>alert(1)</script>",
    "🙂👨‍👩‍👧‍👦", "\u{202E}txt", "a\u{0}b", "\u{FFFE}", String(repeating: "长", count: 20_000), "../../etc/passwd",
    "{{recipient}}", "%00", "null",
  ]

  @Test(arguments: [
    ("opened", "assigner", "assignment"), ("assignedToUnit", "firm", "undertaker"),
    ("assignedToPerson", "lawyer", "engagement"), ("engaged", "lawyer", "records"),
    ("inProgress", "lawyer", "hearings"), ("inProgress", "lawyer", "files"), ("inProgress", "lawyer", "closing"),
    ("closed", "lawyer", "dossier"), ("dossierSubmitted", "supervisor", "dossier-check"),
    ("dossierAccepted", "archivist", "archive"),
    ("assignedToUnit", "firm", "assignment-return"), ("inProgress", "reviewer", "replacement"),
    ("inProgress", "lawyer", "termination"),
  ])
  func everyFieldOfEveryForm(_ state: String, _ login: String, _ page: String) async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    try await flow.accept()
    let (id, path) = (flow.id, "/cases/\(flow.id)/\(page)")
    _ = try await flow.office.services.database.write(serial: nil) {
      try $0.run("UPDATE aid_case SET state = \(state) WHERE id = \(id)")
    }
    try await flow.office.browse { browser in
      let somebody = browser()
      try await somebody.signIn(login)
      let form = try await somebody.get(path).form(action: path)
      let names = Set(form.fields.map(\.name)).subtracting(["csrf", "token", "version"])
        .union(["choice", "kind", "item", "items", "reason", "result"])
      for value in Self.hostile {
        let answer = try await form.send(Dictionary(uniqueKeysWithValues: names.map { ($0, [value]) })).submit()
        #expect(answer.status < 500, "\(value.prefix(20))")
        _ = try answer.root()
      }
    }
  }

  @Test func theFilterOfTheListToo() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    try await flow.office.browse { browser in
      let assigner = browser()
      try await assigner.signIn("assigner")
      let form = try await assigner.get("/cases").form(action: "/cases")
      for name in ["text", "state", "unit", "after"] {
        for value in Self.hostile where value.utf8.count < 2_000 {
          let answer = try await form.send([name: [value]]).submit()
          #expect(answer.status == 200, "\(name): \(value)")
        }
      }
    }
  }
}
