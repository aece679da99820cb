import Foundation
import Kernel
import Localization
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 真实浏览器 · What ``EveryPageBrowserTests`` does not see, in a headless Chromium, at a desk and on a phone, in both
/// languages: pages without signing in, work lists of other roles, records on their way; pens and clocks.
@Suite(.serialized, .timeLimit(.minutes(6))) struct BrowserTests {
  @Test(arguments: Language.allCases)
  func everyRoleAndStateIsFitForEverybody(_ language: Language) async throws {
    let shelf = try await Shelf.shared.value
    let scratch = try Scratch()
    let steps = Self.steps(shelf)
    try await shelf.office.serve { address in
      let report = try await BrowserWalk.run(
        steps, at: address, in: language, scratch: scratch)
      #expect(report.steps.count == steps.count)
      for step in report.steps { #expect(step.problems == [], "\(step.path)") }
    }
  }

  /// A pen signs on the screen: the strokes are drawn, sent, and stand on the signed paper.
  @Test func aPenSignsThePaper() async throws {
    let shelf = try await Shelf.shared.value
    let scratch = try Scratch()
    #expect(try await shelf.office.value("SELECT COUNT(*) FROM paper_signature", as: Int.self) == 0)
    let steps: [BrowserWalk.Step] = [
      .init(signIn: "receptionist"), .init(open: "/papers/\(shelf.unsigned)/signature"),
      .init(draw: [[10, 30, 30, 20, 25, 80], [40, 20, 60, 75, 80, 30, 90, 60]]), .init(look: "signing"),
      .init(click: "确认签名并写入文书"), .init(expect: "签名已经全部完成"), .init(look: "signed"),
    ]
    try await shelf.office.serve { address in
      let report = try await BrowserWalk.run(
        steps, at: address, in: .zh, scratch: scratch)
      #expect(report.steps.count == steps.count)
      for step in report.steps { #expect(step.problems == [], "\(step.path)") }
    }
    #expect(try await shelf.office.value("SELECT COUNT(*) FROM paper_signature", as: Int.self) == 1)
  }

  /// Two minutes before the session ends the page says so; whoever stays goes on, whoever does not keeps what he typed.
  @Test(arguments: [
    (Language.zh, ["两分钟后将退出登录", "继续使用", "登录已过期"]),
    (.en, ["signed out in two minutes", "Stay signed in", "You were signed out"]),
  ])
  func theSessionWarnsAndKeepsTheForm(_ language: Language, _ words: [String]) async throws {
    let office = try await TestOffice(at: Instant(.literal(2016, 3, 7), hour: 9))
    let scratch = try Scratch()
    let told = ["name": "赵春兰", "cause": "追索劳动报酬"]
    let steps: [BrowserWalk.Step] = [
      .init(signIn: "clerk"), .init(open: "/applications/new"), .init(fill: told), .init(pass: 12),
      .init(expectNot: words[0]), .init(pass: 1), .init(expect: words[0]), .init(click: words[1]),
      .init(expectNot: words[0]), .init(pass: 14), .init(expect: words[0]), .init(pass: 1),
      .init(expect: words[2]), .init(expectNot: words[0]), .init(expectFields: told), .init(look: "signed-out"),
    ]
    try await office.serve { address in
      let report = try await BrowserWalk.run(
        steps, at: address, in: language, scratch: scratch)
      #expect(report.steps.count == steps.count)
      for step in report.steps { #expect(step.problems == [], "\(step.path)") }
    }
  }

  private static func steps(_ shelf: Shelf) -> [BrowserWalk.Step] {
    func application(_ step: Walk.Step) -> String { shelf.walks[step]?.application ?? "" }
    func aidCase(_ step: Walk.Step) -> String { shelf.walks[step]?.aidCase ?? "" }
    let seen: [(login: String?, pages: [(name: String, path: String)])] = [
      (
        nil, [("front", "/"), ("sign-in", "/sign-in"), ("verify", "/verify"), ("genuine", "/verify/\(shelf.code)")]
      ),
      ("clerk", [("work-clerk", "/work"), ("application", application(.register))]),
      ("reviewer", [("work-reviewer", "/work"), ("work-done", "/work/done"), ("search", "/search?q=zcl")]),
      ("director", [("work-director", "/work"), ("application-granted", application(.approve))]),
      ("assigner", [("work-assigner", "/work"), ("case-open", aidCase(.hear))]),
      ("lawyer", [("work-lawyer", "/work"), ("my-case", aidCase(.hear))]),
      ("leader", [("work-leader", "/work")]),
    ]
    return seen.flatMap { login, pages in
      (login.map { [BrowserWalk.Step(signIn: $0)] } ?? [])
        + pages.flatMap { [BrowserWalk.Step(open: $0.path), BrowserWalk.Step(look: $0.name)] }
    }
  }
}
