import App
import Kernel
import Storage
import TestSupport
import Testing
import Web

/// 打印文书 · Several papers as one file for the printer: each whole, in the order of the list, and only what one may see.
@Suite(.timeLimit(.minutes(3))) struct PrintingTests {
  private static let path = "/papers"

  /// Two matters decided, with their papers made.
  private static func fill(_ office: TestOffice, _ desks: Desks) async throws {
    for serial in 1...2 {
      var walk = Walk(desks, .chinese, serial: serial)
      try await walk.go(to: .approve)
    }
    try await office.office.jobs.drain()
  }

  @Test(arguments: TestOffice.Engine.allCases)
  func thoseChosenAreOneFileInTheOrderOfTheList(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice.withHardshipLine(engine)
    try await office.browse { open in
      try await Self.fill(office, Desks(office, open))
      let director = open()
      try await director.signIn("director")
      let page = try await director.get(Self.path)
      let rows = try page.root().all("input").compactMap { $0["name"] == "chosen" ? $0["value"] : nil }
      #expect(rows.count >= 6)
      let chosen = [rows[rows.count - 1], rows[0], rows[rows.count / 2]]
      let events = try await office.eventCount()
      let file = try await page.form(action: Self.printing(page)).fill(["chosen": chosen]).submit()
      #expect(file.status == 200)
      #expect(file.header("Content-Type") == "application/pdf")
      #expect(try await office.eventCount() == events, "printing records nothing")
      var single = ""
      for row in rows where chosen.contains(row) {
        let id = try #require(row.split(separator: "@").first)
        single += try Self.text(of: await director.get("/papers/\(id)").bytes)
      }
      #expect(try Self.text(of: file.bytes) == single)
      let folder = try Scratch()
      let check = try Tool.run("qpdf", "--check", folder.write(file.bytes, "papers.pdf"))
      #expect(check.text.contains("No syntax or stream encoding errors"), "\(check.text)")
      // All of them at once, and of one form only.
      let all = try await director.get("\(Self.path)?all=1").form(action: Self.printing(page))
      #expect(all.values("chosen") == rows)
      let filtered = try await director.get("\(Self.path)?form=F09")
      #expect(try filtered.root().all("input").count { $0["name"] == "chosen" } == 2)
      let other = try await director.get("\(Self.path)?form=F09&from=2015-01-01&to=2015-01-31")
      #expect(try other.words().contains("这些日期没有文书"))
    }
  }

  @Test(arguments: TestOffice.Engine.allCases)
  func nothingIsPrintedThatOneMayNotSee(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice.withHardshipLine(engine)
    try await office.browse { open in
      try await Self.fill(office, Desks(office, open))
      let (director, stranger) = (open(), open())
      try await director.signIn("director")
      try await stranger.signIn("clerk2")
      let page = try await director.get(Self.path)
      let rows = try page.root().all("input").compactMap { $0["name"] == "chosen" ? $0["value"] : nil }
      let empty = try await stranger.get(Self.path)
      #expect(try empty.words().contains("这些日期没有文书"))
      let form = try page.form(action: Self.printing(page))
      let nothing = try await form.submit()
      #expect(nothing.status == 422)
      #expect(try nothing.words().contains("请至少选择一份文书。"))
      let many = try await form.send(["chosen": (0...100).map { _ in ChosenRow(PaperID(), 1).description }])
        .submit()
      #expect(try many.words().contains("一次最多选择100项，现在选了101项"))
      // One that is not there stops the whole, and what was chosen stays chosen.
      let mixed = try await form.send(["chosen": [rows[0], ChosenRow(PaperID(), 1).description]]).submit()
      #expect(mixed.status == 422)
      #expect(try mixed.words().contains("所选文书中有1份"))
      #expect(try mixed.form(action: Self.printing(mixed)).values("chosen") == [rows[0]])
      try await office.meddle("UPDATE paper SET state = 'revoked' WHERE form = 'F09'")
      let revoked = try await form.send(["chosen": rows]).submit()
      #expect(try revoked.words().contains("所选文书中有2份"))
      let token = try await stranger.get("/account").form(action: "/session/end").value("csrf")
      let stolen = try await stranger.post(Self.path, [("csrf", token), ("chosen", rows[0])])
      #expect(stolen.status == 422)
      #expect(try stolen.words().contains("不在您的数据范围内"))
    }
  }

  /// A firm prints the papers of its case's application too, as it sees each of them.
  @Test func aLawyerPrintsTheHandedPapers() async throws {
    let office = try await TestOffice.withHardshipLine()
    try await office.browse { open in
      var walk = Walk(Desks(office, open), .chinese)
      try await walk.go(to: .name)
      try await office.office.jobs.drain()
      let (lawyer, other) = (open(), open())
      try await lawyer.signIn("lawyer")
      try await other.signIn("lawyer2")
      let page = try await lawyer.get(Self.path)
      #expect(page.text.contains("F09"))
      let rows = try page.root().all("input").compactMap { $0["name"] == "chosen" ? $0["value"] : nil }
      let file = try await page.form(action: Self.printing(page)).fill(["chosen": rows]).submit()
      #expect(file.header("Content-Type") == "application/pdf")
      #expect(try await other.get(Self.path).words().contains("这些日期没有文书"))
    }
  }

  /// Where the list is sent, with the days it shows.
  private static func printing(_ page: Page) throws -> String {
    try #require(page.root().all("form").first { $0["action"]?.hasPrefix(path + "?") == true }?["action"])
  }

  private static func text(of bytes: [UInt8]) throws -> String {
    let folder = try Scratch()
    return try Tool.run("pdftotext", "-layout", folder.write(bytes, "paper.pdf"), "-").text
  }
}
