import Storage
import TestSupport
import Testing

@testable import Web

@Suite struct FormTests {
  @Test func aFormIsFilledInSentAndLeadsOn() async throws {
    try await TestSite.run { _, client in
      let page = try await Self.newNote(Browser(client))
      let note = try await page.form().fill(["name": "赵春兰 👵🏽", "heldOn": "2016-03-07"]).submit()
      #expect(note.status == 200)
      #expect(try note.heading() == "赵春兰 👵🏽")
      #expect(try note.words().contains("2016-03-07"))
    }
  }

  @Test func everyErrorIsShownAndNothingTypedIsLost() async throws {
    try await TestSite.run { site, client in
      let page = try await Self.newNote(Browser(client))
      let sent = try page.form().fill(["name": String(repeating: "长", count: 51), "heldOn": "2016-02-30"])
        .fill(["tag": ["urgent", "rural"]])
      let back = try await sent.submit()
      #expect(back.status == 422)
      #expect(try back.error(at: "name") == "姓名最多50个字，现在有51个字，请删短。")
      #expect(try back.error(at: "heldOn") == "日期必须是真实的日期，例如2016-03-07。")
      let form = try back.form()
      #expect(form.value("name") == sent.value("name"))
      #expect(form.value("heldOn") == "2016-02-30")
      #expect(form.values("tag") == ["urgent", "rural"])
      #expect(form.value("token") == sent.value("token"))
      let summary = try back.root().descendants.first { $0.has(class: "summary") }
      #expect(summary?.all("a").map { $0["href"] } == ["#name", "#heldOn"])
      #expect(try await site.count("SELECT count(*) FROM note") == 0)
      let mended = try await form.fill(["name": "赵春兰", "heldOn": "2016-02-29"]).submit()
      #expect(try mended.heading() == "赵春兰")
    }
  }

  @Test func aFormSentTwiceIsAnsweredWithTheFirstResult() async throws {
    try await TestSite.run { site, client in
      let form = try await Self.newNote(Browser(client)).form().fill(["name": "赵春兰", "heldOn": "2016-03-07"])
      let first = try await form.submit()
      let second = try await form.submit()
      #expect(first.path == second.path)
      #expect(try await site.count("SELECT count(*) FROM note") == 1)
      let fresh = try await Self.newNote(first.browser).form().fill(["name": "赵春兰", "heldOn": "2016-03-07"])
      #expect(try await fresh.submit().path != first.path)
    }
  }

  @Test func whoComesSecondSeesTheChangeAndKeepsWhatTheyTyped() async throws {
    try await TestSite.run { site, client in
      let (one, other) = (Browser(client), Browser(client))
      let note = try await Self.newNote(one).form().fill(["name": "旧", "heldOn": "2016-03-07"]).submit()
      _ = try await other.enter("clerk")
      let mine = try await one.get("\(note.path)/name").form()
      let theirs = try await other.get("\(note.path)/name").form()
      #expect(try await mine.fill(["name": "我的"]).submit().heading() == "我的")
      let back = try await theirs.fill(["name": "他的"]).submit()
      #expect(back.status == 409)
      #expect(try back.heading() == "我的")
      #expect(try back.words().contains("他人已经办理了这条记录"))
      #expect(try back.form().value("name") == "他的")
      #expect(try await back.form().submit().heading() == "他的")
    }
  }

  /// A form given back for another reason still knows which version it saw.
  @Test func aRefusedFormKeepsItsVersion() async throws {
    try await TestSite.run { site, client in
      let browser = Browser(client)
      let note = try await Self.newNote(browser).form().fill(["name": "旧", "heldOn": "2016-03-07"]).submit()
      let slow = try await browser.get("\(note.path)/name").form()
      _ = try await browser.get("\(note.path)/name").form().fill(["name": "快"]).submit()
      let refused = try await slow.fill(["name": ""]).submit()
      #expect(refused.status == 422)
      #expect(try await refused.form().fill(["name": "慢"]).submit().status == 409)
    }
  }

  @Test func aFormWithoutItsTokenComesBackWithWhatWasTyped() async throws {
    try await TestSite.run { site, client in
      let form = try await Self.newNote(Browser(client)).form().fill(["name": "赵春兰", "heldOn": "2016-03-07"])
      for forged in [form.without("csrf"), form.send(["csrf": [String(repeating: "0", count: 64)]])] {
        let back = try await forged.submit()
        #expect(back.status == 403)
        #expect(try back.words().contains("您填写的内容已保留"))
        #expect(try back.form().value("name") == "赵春兰")
      }
      #expect(try await site.count("SELECT count(*) FROM note") == 0)
      #expect(try await form.without("csrf").submit().form().submit().heading() == "赵春兰")
    }
  }

  @Test func anotherBrowsersTokenIsNoToken() async throws {
    try await TestSite.run { _, client in
      let (one, other) = (Browser(client), Browser(client))
      let theirs = try await Self.newNote(other).form().value("csrf")
      let form = try await Self.newNote(one).form().fill(["name": "赵春兰", "heldOn": "2016-03-07"])
      #expect(form.value("csrf") != theirs)
      #expect(try await form.send(["csrf": [theirs]]).submit().status == 403)
    }
  }

  /// 赵春兰 as an old browser sends it, and the page's own answer to it.
  @Test(arguments: [
    ("name=%D5%D4%B4%BA%C0%BC", "姓名含有无法识别的文字编码，请重新输入（使用UTF-8编码）。"),
    ("name=a%00b", "姓名含有看不见的控制字符，请删去后重新输入。"), ("nothing=x", "请填写姓名。"),
    ("name=a&name=b", ""), ("=&&&===&name=x&%ff=1", ""),
  ])
  func hostileBytesAreAnsweredAtTheField(_ body: String, _ message: String) async throws {
    try await TestSite.run { site, client in
      let browser = Browser(client)
      let form = try await Self.newNote(browser).form()
      let sent = "csrf=\(form.value("csrf"))&heldOn=&\(body)"
      let back = try await browser.send(
        "POST", "/notes/new", body: Array(sent.utf8), type: "application/x-www-form-urlencoded")
      #expect(back.status == 422)
      #expect(try back.error(at: "name") == message)
      #expect(try back.error(at: "heldOn") == "请填写日期。")
    }
  }

  @Test func aFormAfterTheSessionEndedSaysHowToKeepIt() async throws {
    try await TestSite.run { site, client in
      let browser = Browser(client)
      let form = try await Self.newNote(browser).form().fill(["name": "赵春兰", "heldOn": "2016-03-07"])
      site.clock.advance(minutes: 20)
      let refused = try await form.submit()
      #expect(refused.status == 401)
      #expect(try refused.words().contains("填写的内容不会丢失"))
      _ = try await browser.enter("clerk")
      let reloaded = try await form.submit()
      #expect(reloaded.status == 403)
      #expect(try await reloaded.form().submit().heading() == "赵春兰")
    }
  }

  private static func newNote(_ browser: Browser) async throws -> Page {
    _ = try await browser.enter("clerk")
    return try await browser.get("/notes/new")
  }
}
