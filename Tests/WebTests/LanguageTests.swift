import TestSupport
import Testing

@testable import Web

@Suite struct LanguageTests {
  @Test func followsTheChoiceThenTheBrowserThenChinese() async throws {
    try await TestSite.run { _, client in
      #expect(try await Browser(client, acceptLanguage: "fr").get("/").root()["lang"] == "zh-Hans")
      let browser = Browser(client, acceptLanguage: "en")
      let english = try await browser.get("/sign-in")
      #expect(try english.heading() == "Sign in for staff")
      let chinese = try await english.follow("中文")
      #expect(chinese.path == "/sign-in?next=%2Fwork")
      #expect(try chinese.root()["lang"] == "zh-Hans")
      #expect(try await browser.get("/").root()["lang"] == "zh-Hans")
      #expect(try await chinese.follow("English").heading() == "Sign in for staff")
    }
  }

  @Test func staysWhenSigningInAndOut() async throws {
    try await TestSite.run { _, client in
      let browser = Browser(client)
      _ = try await browser.get("/language?to=en&next=/sign-in")
      let work = try await browser.enter("clerk")
      #expect(try work.root()["lang"] == "en")
      #expect(try await work.form(action: "/session/end").submit().root()["lang"] == "en")
    }
  }

  @Test func switchesLargeType() async throws {
    try await TestSite.run { _, client in
      let browser = Browser(client)
      #expect(try await browser.get("/").root()["class"] == nil)
      let large = try await browser.get("/").follow("大字版")
      #expect(try large.root()["class"] == "large-type")
      #expect(try await large.follow("标准字号").root()["class"] == nil)
    }
  }

  @Test func neverLeadsToAnotherSite() async throws {
    try await TestSite.run { _, client in
      let page = try await Browser(client).send("GET", "/language?to=en&next=https://evil.example")
      #expect(page.header("Location") == "/")
      let unknown = try await Browser(client).get("/language?to=%3Cscript%3E&next=/")
      #expect(try unknown.root()["lang"] == "zh-Hans")
    }
  }
}
