import App
import Foundation
import Kernel
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 常用筛选 · Whoever filters a list may keep the filter under a name: his own, in that list, and nowhere in clear.
@Suite(.timeLimit(.minutes(2))) struct SavedFilterTests {
  private static let filtered = [
    "/cases?state=inProgress&text=赵春兰", "/applications?q=赵春兰", "/consultations?state=answered", "/archive?text=赵春兰",
    "/numbers?year=2016",
  ]

  @Test(arguments: TestOffice.Engine.allCases)
  func everyFilteredListKeepsIt(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice.withHardshipLine(engine)
    try await office.browse { open in
      let (director, other) = (open(), open())
      try await director.signIn("director")
      try await other.signIn("reviewer")
      for address in Self.filtered {
        let list = String(address.prefix { $0 != "?" })
        #expect(try await !director.get(list).words().contains("保存当前筛选"), "nothing is filtered: \(list)")
        let filtered = try await director.get(Self.escaped(address))
        let kept = try await filtered.press("保存当前筛选").form(action: "/filters/new").fill(["name": "赵春兰的"]).submit()
        #expect(kept.path.hasPrefix(list + "?"))
        // It is kept: it stands above the list, and is not offered once more.
        let again = try await director.get(list)
        let link = try #require(try again.root().all("a").first { $0.text == "赵春兰的" }?["href"])
        let shown = try await director.get(link)
        #expect(try !shown.words().contains("保存当前筛选"), "\(link)")
        if address.contains("text=") {
          #expect(try shown.root().all("input").contains { $0["value"] == "赵春兰" }, "\(link)")
        }
        #expect(try await !other.get(list).words().contains("赵春兰的"))
      }
      let mine = try await director.get("/filters")
      #expect(try mine.root().all("tr").count == Self.filtered.count + 1)
      #expect(try await other.get("/filters").words().contains("还没有常用筛选"))
    }
    #expect(try await office.value("SELECT COUNT(*) FROM event WHERE kind = 'filter.kept'") == Self.filtered.count)
    #expect(try await office.everyText().filter { $0.text.contains("赵春兰") }.map(\.table) == [], "kept in clear")
  }

  @Test func whatCannotBeKeptIsSaid() async throws {
    let office = try await TestOffice.withHardshipLine()
    try await office.browse { open in
      let (director, other) = (open(), open())
      try await director.signIn("director")
      try await other.signIn("reviewer")
      let asked = try await director.get("/cases?state=closed").press("保存当前筛选").form(action: "/filters/new")
      let nameless = try await asked.fill(["name": " "]).submit()
      #expect(try nameless.status == 422 && !nameless.error(at: "name").isEmpty)
      let kept = try await nameless.form(action: "/filters/new").fill(["name": "已结"]).submit()
      #expect(kept.path.hasPrefix("/cases?"))
      let same = try await director.get("/cases?state=opened").press("保存当前筛选").form(action: "/filters/new")
        .fill(["name": "已结"]).submit()
      #expect(try same.status == 422 && same.error(at: "name").contains("同名"))
      for address in ["/users/new?a=b", "//evil.example?a=b", "https://evil.example/?a=b", "/cases", ""] {
        let hostile = try await asked.send(["of": [address], "name": ["坏"]]).submit()
        #expect(hostile.status == 404, "\(address)")
      }
      // Somebody else's is nobody's; twenty for one list.
      let mine = try await director.get("/filters")
      let drop = try #require(
        try mine.root().all("form").compactMap { $0["action"] }.first { $0.hasSuffix("/drop") })
      let foreign = try await other.get("/filters").form(action: "/session/end").submit(to: drop)
      #expect(foreign.status == 404)
      for index in 2...20 {
        let next = try await director.get("/cases?state=archived&text=\(index)").press("保存当前筛选")
        let kept = try await next.form(action: "/filters/new").fill(["name": "第\(index)个"]).submit()
        #expect(kept.path.hasPrefix("/cases?"))
      }
      let more = try await director.get("/cases?state=terminated").press("保存当前筛选").form(action: "/filters/new")
      #expect(try await more.fill(["name": "再一个"]).submit().words().contains("最多保存20个"))
      #expect(try await mine.form(action: drop).submit().path == "/filters")
      #expect(try await more.fill(["name": "换一个"]).submit().status == 200)
    }
  }

  private static func escaped(_ address: String) -> String {
    address.addingPercentEncoding(withAllowedCharacters: .urlQueryAllowed) ?? address
  }
}
