import Foundation
import Kernel
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 设置页面 · What the administrator keeps: the wording of papers and the dictionaries, through the pages.
@Suite(.timeLimit(.minutes(2))) struct SettingsPagesTests {
  private static let morning = Instant(.literal(2016, 3, 7), hour: 9)

  @Test(arguments: TestOffice.Engine.allCases)
  func aDictionaryIsKeptAndOffered(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice(engine, at: Self.morning)
    try await office.browse { open in
      let (admin, counter) = (open(), open())
      try await admin.signIn("admin")
      try await counter.signIn("receptionist")
      let path = "/dictionaries/causes"
      func add(_ word: String) async throws -> Page {
        try await admin.get(path).form(action: path).fill(["name": word]).submit()
      }
      for word in ["追索劳动报酬", "赡养费", "工伤待遇"] { #expect(try await add(word).status == 200) }
      let twice = try await add("赡养费")
      #expect(twice.status == 422)
      #expect(try !twice.error(at: "name").isEmpty)
      func ids() async throws -> [String: String] {
        try await office.services.database.read { reader in
          try reader.rows("SELECT id, name FROM dictionary_entry ORDER BY place, id").reduce(into: [:]) {
            $0[try $1.get("name", as: String.self)] = try $1.get("id", as: UUIDv7.self).description
          }
        }
      }
      func change(_ word: String, _ to: String) async throws {
        let id = try #require(try await ids()[word])
        let form = try await admin.get(path).form(action: path + "/change")
        #expect(try await form.send(["entry": [id], "to": [to]]).submit().status == 200)
      }
      func offered() async throws -> [String] {
        try await counter.get("/applications/new").root().all("option").compactMap { $0["value"] }
          .filter(["追索劳动报酬", "赡养费", "抚养费", "工伤待遇"].contains)
      }
      #expect(try await offered() == ["追索劳动报酬", "赡养费", "工伤待遇"])
      try await change("工伤待遇", "up")
      #expect(try await offered() == ["追索劳动报酬", "工伤待遇", "赡养费"])
      try await change("追索劳动报酬", "close")
      #expect(try await offered() == ["工伤待遇", "赡养费"])
      try await change("追索劳动报酬", "open")
      let renamed = try await admin.get(path).form(action: path)
        .fill(["entry": #require(try await ids()["赡养费"]), "name": "抚养费"]).submit()
      #expect(renamed.status == 200)
      #expect(try await offered() == ["追索劳动报酬", "工伤待遇", "抚养费"])
      #expect(try await counter.get(path).status == 403)
    }
    #expect(try await office.events("dictionary.added").count == 3)
    #expect(try await office.events("dictionary.moved").count == 1)
    #expect(try await office.firstFault() == nil)
  }

  @Test func aTownshipWithoutStationCanBeChosen() async throws {
    let office = try await TestOffice(at: Self.morning)
    try await office.browse { open in
      let (admin, counter) = (open(), open())
      try await admin.signIn("admin")
      try await counter.signIn("receptionist")
      let path = "/dictionaries/townships"
      _ = try await admin.get(path).form(action: path).fill(["name": "石桥乡"]).submit()
      for page in ["/applications/new", "/consultations/new"] {
        #expect(try await counter.get(page).root().all("option").contains { $0["value"] == "石桥乡" }, "\(page)")
      }
    }
  }

  @Test func aWordingIsPreviewedBeforeItIsKept() async throws {
    let office = try await TestOffice(at: Self.morning)
    try await office.browse { open in
      let admin = open()
      try await admin.signIn("admin")
      let path = "/wordings/F09-2013"
      let editor = try await admin.get(path).form(action: path)
      let text = editor.value("wording") + "\n请妥善保管本决定书。"
      let preview = try await editor.fill(["wording": text]).send(["preview": ["1"]]).submit()
      #expect(preview.status == 200)
      #expect(preview.header("Content-Type") == "application/pdf")
      let kept = try await office.value("SELECT COUNT(*) FROM paper_wording", as: Int.self)
      #expect(kept == 0)
      let wrong = try await editor.fill(["wording": "{{nobody}}"]).send(["preview": ["1"]]).submit()
      #expect(wrong.status == 422)
      #expect(try !wrong.error(at: "wording").isEmpty)
      let saved = try await admin.get(path).form(action: path).fill(["wording": text, "reason": "省厅来文"]).submit()
      #expect(saved.status == 200)
      #expect(try saved.words().contains("省厅来文"))
      #expect(try await admin.get(path + "/sample?version=2").header("Content-Type") == "application/pdf")
      let back = try await saved.form(action: path + "/default").submit()
      #expect(try back.form(action: path).value("wording").contains("请妥善保管本决定书") == false)
    }
  }
}
