import App
import Foundation
import Kernel
import Localization
import Storage
import TestSupport
import Testing

/// 会见笔录手机签名 · A lawyer outside a courtroom, with a telephone of 390 pixels: he records a meeting, the recipient and he
/// sign with a pen, and the dossier lacks one item less.
@Suite(.serialized, .timeLimit(.minutes(4))) struct MeetingBrowserTests {
  private static let pen = [[10, 30, 30, 20, 25, 80], [40, 20, 60, 75, 80, 30, 90, 60]]

  @Test func bothSignTheRecordOfAMeeting() async throws {
    let office = try await TestOffice.withHardshipLine()
    let aidCase = try await office.browse { open in
      var walk = Walk(Desks(office, open))
      try await walk.go(to: .engage)
      return walk.aidCase
    }
    try await office.office.jobs.drain()
    let walk = Walked(office: office, scratch: try Scratch())
    let records = "\(aidCase)/records?kind=meeting"
    try await office.serve { address in
      try await walk.look(["/my-cases", records], at: address, "record")
      try await walk.take(
        [
          .init(open: "/my-cases"), .init(expect: "会见（约见）笔录"), .init(open: records),
          .init(fill: ["place": "青禾县人民法院门口", "content": "陈述工资拖欠九个月，要求一次付清。"]), .init(click: "登记"),
          .init(expect: "文书正在制作"),
        ], at: address)
      try await office.office.jobs.drain()
      let paper = try await office.text("SELECT id FROM paper WHERE form = 'MEETING'")
      try await walk.look(["/papers/\(paper)/signature", "/my-cases", aidCase], at: address, "unsigned")
      let sign: [BrowserWalk.Step] = [
        .init(draw: Self.pen), .init(look: "pad"), .init(click: "确认签名并写入文书"),
      ]
      try await walk.take(
        [.init(open: "/my-cases"), .init(click: "签名：会见（约见）笔录（2016年3月7日）")] + sign
          + [.init(expectNot: "签名已经全部完成")] + sign
          + [
            .init(expect: "签名已经全部完成"), .init(look: "signed"), .init(click: "返回案件"), .init(expect: "已在屏幕上签名"),
            .init(open: "/my-cases"), .init(expect: "卷宗还缺"), .init(expectNot: "会见（约见）笔录"),
          ], at: address)
      try await walk.look(["\(aidCase)/engagement", aidCase], at: address, "after")
    }
    #expect(try await office.value("SELECT COUNT(*) FROM paper_signature", as: Int.self) == 2)
    #expect(try await office.firstFault() == nil)
  }

  /// What the lawyer does with his telephone, and what his pages look like at a desk and on it.
  private struct Walked: Sendable {
    let office: TestOffice
    let scratch: Scratch

    func take(_ steps: [BrowserWalk.Step], at address: String) async throws {
      try await run(steps, at: address, in: .zh, widths: "390")
    }

    func look(_ pages: [String], at address: String, _ name: String) async throws {
      for language in Language.allCases {
        let steps = pages.enumerated().flatMap { index, page in
          [BrowserWalk.Step(open: page), .init(look: "meeting-\(name)-\(index)")]
        }
        try await run(steps, at: address, in: language, widths: "1280,390")
      }
    }

    private func run(
      _ steps: [BrowserWalk.Step], at address: String, in language: Language, widths: String
    ) async throws {
      // The firm's name stands on every page once one is in: a slow sign-in must not overtake what follows.
      let all = [BrowserWalk.Step(signIn: "lawyer"), .init(expect: "禾城律师事务所")] + steps
      let report = try await BrowserWalk.run(
        all, at: address, in: language, widths: widths, scratch: scratch)
      #expect(report.steps.count == all.count)
      for step in report.steps { #expect(step.problems == [], "\(step.path)") }
    }
  }
}
