import Kernel
import TestSupport
import Testing

@testable import Web

@Suite struct ErrorPageTests {
  @Test(arguments: [
    ("missing", 404, "没有找到"), ("forbidden", 403, "不能查看"), ("refused", 422, "登录名或者密码不对。"),
    ("conflict", 409, "他人已经办理"), ("busy", 503, "系统繁忙"), ("unavailable", 503, "数据库暂时连不上"),
    ("doubt", 503, "请先查看记录的最新情况"), ("bug", 500, "系统出错了"), ("nul%00", 400, "格式不对"),
  ])
  func saysWhatToDoWithANumber(_ how: String, _ status: Int, _ words: String) async throws {
    try await TestSite.run { _, client in
      let page = try await Browser(client).get("/breaks/\(how)")
      #expect(page.status == status)
      let text = try page.words()
      #expect(text.contains(words))
      #expect(text.contains(try #require(page.header("X-Request-ID"))))
      #expect(page.header("Content-Security-Policy") == SecurityHeaders.policy)
      #expect(!page.text.contains("320999197002182183"))
    }
  }

  @Test func saysItInEnglishToo() async throws {
    try await TestSite.run { _, client in
      let browser = Browser(client, acceptLanguage: "en-GB,en")
      let page = try await browser.get("/nowhere")
      #expect(page.status == 404)
      #expect(try page.root()["lang"] == "en")
      #expect(try page.heading() == "Not found")
    }
  }

  @Test func tellsWhenToComeBack() async throws {
    try await TestSite.run { _, client in
      let busy = try await Browser(client).get("/breaks/busy")
      #expect(busy.header("Retry-After") == "7")
      let unavailable = try await Browser(client).get("/breaks/unavailable")
      #expect(unavailable.header("Retry-After") == "5")
    }
  }

  @Test func knowsWhatAPathTakes() async throws {
    try await TestSite.run { _, client in
      let browser = Browser(client)
      let page = try await browser.send("POST", "/", body: [], type: "application/x-www-form-urlencoded")
      #expect(page.status == 405)
      #expect(page.header("Allow") == "GET")
      #expect(try await browser.send("DELETE", "/notes/new").status == 405)
      #expect(try await browser.send("POST", "/nowhere", body: []).status == 404)
      #expect(try await browser.send("HEAD", "/").status == 200)
    }
  }

  @Test func putsItsHeadersOnEveryAnswer() async throws {
    try await TestSite.run { _, client in
      let browser = Browser(client)
      for path in ["/", "/sign-in", "/nowhere", "/healthz", "/work", "/breaks/bug", "/api/v1/notes/x"] {
        let page = try await browser.send("GET", path)
        #expect(page.header("X-Content-Type-Options") == "nosniff", "\(path)")
        #expect(page.header("Referrer-Policy") == "same-origin", "\(path)")
        #expect(page.header("Cache-Control") == "no-store", "\(path)")
        #expect(page.header("Content-Security-Policy")?.contains("default-src 'none'") == true, "\(path)")
        #expect(page.header("X-Request-ID")?.isEmpty == false, "\(path)")
      }
    }
  }

  /// Neither what was asked for, nor whom, nor what went wrong with them.
  @Test func logsTheRouteAndNothingPersonal() async throws {
    try await TestSite.run { site, client in
      let browser = Browser(client)
      _ = try await browser.enter("clerk")
      _ = try await browser.get("/notes/0196f1c2-5b1a-7c3e-8d42-9e6f0a1b2c3d?q=320999197002182183")
      _ = try await browser.get("/breaks/bug")
      let log = site.log.lines.joined(separator: "\n")
      #expect(log.contains("/notes/{id}") && log.contains("GET") && log.contains("404") && log.contains("\"ms\""))
      #expect(log.contains("Trouble"))
      #expect(!log.contains("320999197002182183") && !log.contains("0196f1c2-5b1a-7c3e-8d42-9e6f0a1b2c3d"))
      #expect(!log.contains(TestPeople.password) && !log.contains("clerk"))
    }
  }

  /// Who was refused stands in the log by the account's id.
  @Test func logsWhoWasRefused() async throws {
    try await TestSite.run { site, client in
      let browser = Browser(client)
      _ = try await browser.enter("clerk")
      #expect(try await browser.post("/session/end", [("csrf", "forged")]).status == 403)
      let line = try #require(site.log.lines.first { $0.contains("access refused") })
      #expect(line.contains("staleForm") && line.contains("/session/end"))
      #expect(line.contains(TestPeople.clerk.description) && !line.contains("forged"))
    }
  }

  @Test func theHostIsHTTPSForAYear() async throws {
    try await TestSite.run(baseURL: "https://aid.example") { _, client in
      let page = try await Browser(client).send("GET", "/nowhere")
      #expect(page.header("Strict-Transport-Security") == "max-age=31536000; includeSubDomains")
      #expect(page.header("Content-Security-Policy")?.contains("object-src 'none'") == true)
    }
  }
}
