import Kernel
import Markup
import Storage
import TestSupport
import Testing

@testable import Web

@Suite struct SessionTests {
  @Test func signsInWhereOneWantedToGo() async throws {
    try await TestSite.run { site, client in
      let browser = Browser(client)
      let signIn = try await browser.get("/notes/new?from=work")
      #expect(signIn.path == "/sign-in?next=%2Fnotes%2Fnew%3Ffrom%3Dwork")
      let page = try await browser.enter("clerk", on: signIn)
      #expect(page.path == "/notes/new?from=work")
      #expect(page.status == 200)
      #expect(try await site.count("SELECT count(*) FROM session") == 1)
    }
  }

  @Test func saysWhatIsWrongAndKeepsTheName() async throws {
    try await TestSite.run { _, client in
      let browser = Browser(client)
      let wrong = try await browser.get("/sign-in").form().fill(["login": "clerk", "password": "no"]).submit()
      #expect(wrong.status == 422)
      #expect(try wrong.words().contains("登录名或者密码不对。"))
      #expect(try wrong.form().value("login") == "clerk")
      #expect(!wrong.text.contains("\"no\""))
      let empty = try await wrong.form().fill(["login": "", "password": ""]).submit()
      #expect(try empty.error(at: "login") == "请填写登录名。")
      #expect(try empty.error(at: "password") == "请填写密码。")
      #expect(await browser.cookie("session") == nil)
    }
  }

  @Test func theRefusedFormStillKnowsItsPage() async throws {
    try await TestSite.run { _, client in
      let page = try await Browser(client).get("/sign-in?next=/notes/new").form().fill(["login": "x"]).submit()
      let english = try await page.follow("English")
      #expect(english.path == "/sign-in?next=%2Fnotes%2Fnew")
      #expect(try english.form().value("next") == "/notes/new")
    }
  }

  /// A piece of a page is not replaced by the page for signing in.
  @Test func aFragmentSaysThatOneMustSignIn() async throws {
    try await TestSite.run { _, client in
      let browser = Browser(client)
      #expect(try await browser.send("GET", "/work", headers: ["HX-Request": "true"]).status == 401)
      let form = try await browser.enter("clerk").browser.get("/notes/new").form()
      let piece = try await browser.post("/notes/check", [("csrf", form.value("csrf")), ("name", "<b>")])
      #expect(piece.text == "<p>&lt;b&gt;</p>")
    }
  }

  /// A session that somebody planted before signing in is worth nothing afterwards, nor is the old one of this browser.
  @Test func givesANewSessionAtEverySignIn() async throws {
    try await TestSite.run { site, client in
      let browser = Browser(client)
      let planted = String(repeating: "ab", count: 32)
      await browser.setCookie("session", planted)
      _ = try await browser.enter("clerk")
      let first = try #require(await browser.cookie("session"))
      #expect(first != planted)
      _ = try await browser.enter("clerk")
      #expect(await browser.cookie("session") != first)
      #expect(try await site.count("SELECT count(*) FROM session") == 1)
    }
  }

  /// The token of a form is good in the session that the page was made for: not in another's, nor after signing in anew.
  @Test func aFormOfAnotherSessionIsRefused() async throws {
    try await TestSite.run { _, client in
      let (one, other) = (Browser(client), Browser(client))
      _ = try await one.enter("clerk")
      _ = try await other.enter("clerk")
      let form = try await one.get("/notes/new").form()
      #expect(try await other.post("/notes/check", [("csrf", form.value("csrf")), ("name", "a")]).status == 403)
      #expect(try await one.post("/notes/check", [("csrf", form.value("csrf")), ("name", "a")]).status == 200)
      _ = try await one.enter("clerk")
      #expect(try await one.post("/notes/check", [("csrf", form.value("csrf")), ("name", "a")]).status == 403)
    }
  }

  @Test func endsWhenSignedOut() async throws {
    try await TestSite.run { site, client in
      let browser = Browser(client)
      let work = try await browser.enter("clerk")
      let token = try #require(await browser.cookie("session"))
      let front = try await work.form(action: "/session/end").submit()
      #expect(front.path == "/")
      #expect(await browser.cookie("session") == nil)
      #expect(try await site.count("SELECT count(*) FROM session") == 0)
      await browser.setCookie("session", token)
      #expect(try await browser.get("/work").path.hasPrefix("/sign-in"))
    }
  }

  @Test func endsWhenIdleAndAfterTwelveHoursHoweverBusy() async throws {
    try await TestSite.run { site, client in
      let browser = Browser(client)
      _ = try await browser.enter("clerk")
      site.clock.advance(minutes: 14)
      #expect(try await browser.get("/work").path == "/work")
      site.clock.advance(minutes: 14)
      #expect(try await browser.get("/work").path == "/work")
      site.clock.advance(minutes: 16)
      #expect(try await browser.get("/work").path == "/sign-in?next=%2Fwork")
      _ = try await browser.enter("clerk")
      for _ in 0..<71 {
        site.clock.advance(minutes: 10)
        #expect(try await browser.get("/work").path == "/work")
      }
      site.clock.advance(minutes: 11)
      #expect(try await browser.get("/work").path.hasPrefix("/sign-in"))
    }
  }

  @Test func endsWhenTheAccountIsClosed() async throws {
    try await TestSite.run { site, client in
      let browser = Browser(client)
      #expect(try await browser.enter("gone").path.hasPrefix("/sign-in"))
      #expect(try await site.count("SELECT count(*) FROM session") == 0)
      _ = try await browser.enter("clerk")
      try await site.services.database.write(serial: nil) { try SessionTable.endAll(of: TestPeople.clerk, $0) }
      #expect(try await browser.get("/work").path.hasPrefix("/sign-in"))
    }
  }

  @Test func keepsOnlyAHashOfTheCookie() async throws {
    try await TestSite.run { site, client in
      let browser = Browser(client)
      _ = try await browser.enter("clerk")
      let token = try #require(await browser.cookie("session"))
      let kept = try await site.services.database.read { reader in
        try reader.value("SELECT token_hash FROM session", as: [UInt8].self)
      }
      #expect(kept == Token.hash(token))
    }
  }

  @Test func bindsCookiesToTheHostOverHTTPS() async throws {
    try await TestSite.run(baseURL: "https://aid.example") { _, client in
      let browser = Browser(client)
      _ = try await browser.enter("clerk")
      #expect(await browser.cookie("__Host-session") != nil)
      let page = try await browser.get("/work")
      #expect(page.status == 200)
      #expect(page.header("Strict-Transport-Security") != nil)
      let visit = try await Browser(client).send("GET", "/sign-in")
      #expect(
        visit.cookies().allSatisfy {
          $0.contains("HttpOnly") && $0.contains("Secure") && $0.contains("SameSite=Lax")
        })
    }
  }

  @Test(arguments: ["//evil.example", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"])
  func neverLeadsToAnotherSite(_ next: String) async throws {
    try await TestSite.run { _, client in
      let browser = Browser(client)
      let form = try await browser.get("/sign-in").form().send(["next": [next]])
      let page = try await form.fill(["login": "clerk", "password": TestPeople.password]).submit()
      #expect(page.path == "/work")
    }
  }

  @Test func believesForwardedAddressesOnlyFromAProxyOfOurs() async throws {
    let route = Route.page("/address", nil, TestNotes.name) { .text($0.clientAddress) }
    for (proxies, expected) in [([], "127.0.0.1"), (["127.0.0.1", "10.0.0.2"], "203.0.113.7")] as [(Set, String)] {
      try await TestSite.run(routes: [route], live: true) {
        $0.trustedProxies = proxies
      } test: { _, client in
        let forwarded = ["X-Forwarded-For": "198.51.100.1, 203.0.113.7, 10.0.0.2"]
        let page = try await Browser(client).send("GET", "/address", headers: forwarded)
        #expect(page.text.contains(expected) || page.text.contains("::1") && proxies.isEmpty)
      }
    }
  }
}

extension Browser {
  func enter(_ login: String, on page: Page? = nil) async throws -> Page {
    let found = if let page { page } else { try await get("/sign-in") }
    return try await found.form().fill(["login": login, "password": TestPeople.password]).submit()
  }
}
