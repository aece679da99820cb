import Intake
import Kernel
import Localization
import Markup
import Web
import WorkCalendar

/// 重大疑难案件页 · The forms of a major-case report and its answer, and both on the case's page.
enum MajorCasePages {
  static func routes() -> [Route] { report.routes() + answer.routes() }

  static let report = StepPage(
    path: .majorCase, permission: .handleCases, title: Text("报告重大疑难案件", "Report a major case"),
    effect: Text("报告立即送法律援助中心，并制作承办情况报告记录。", "The centre gets it at once, and the progress record is made."),
    load: { found, _, reader in try MajorCaseTable.of(found.id, reader) },
    content: { _, _, form in
      .fragment {
        form.many(ground)
        form(content)
        form.submit(Text("报告", "Report"))
      }
    },
    send: { id, request in
      let action = try request.read { form in
        ReportMajorCase(
          aidCase: id, ground: form.requiredChoice("ground", ground.label, MajorCaseGround.self),
          content: form.requiredText("content", content.label, max: 4_000, isMultiline: true))
      }
      try await request.run(action)
    },
    isOpen: { found, reports, _ in ReportMajorCase.isOpen(found) && reports.allSatisfy { $0.answeredOn != nil } })

  static let answer = StepPage(
    path: .majorCaseAnswer, permission: .answerMajorCases,
    title: Text("答复重大疑难案件报告", "Answer the report of a major case"),
    effect: Text("答复后，承办人员在案件页上看到。", "The undertaker sees it on the case's page."),
    load: { found, _, reader in try MajorCaseTable.of(found.id, reader) },
    content: { _, reports, form in
      .fragment {
        if let last = reports.last { facts(entry(last, form.language), in: form.language) }
        form(words)
        form.submit(Text("答复", "Answer"))
      }
    },
    send: { id, request in
      let action = try request.read { form in
        AnswerMajorCase(
          aidCase: id, answer: form.requiredText("answer", words.label, max: 2_000, isMultiline: true))
      }
      try await request.run(action)
    }, isOpen: { _, reports, _ in reports.contains { $0.answeredOn == nil } })

  /// What was reported and answered; nothing where nothing was.
  static func list(_ reports: [MajorCaseReport], _ language: Language) -> HTML {
    guard !reports.isEmpty else { return .empty }
    return sheet(Text("重大疑难案件报告", "Reports of a major case"), in: language, id: "major") {
      for report in reports { facts(entry(report, language), in: language) }
    }
  }

  private static func entry(_ one: MajorCaseReport, _ language: Language) -> [Fact] {
    var lines = [
      Fact(Text("情形", "Ground"), one.ground.name[language]),
      Fact(Text("报告", "Reported"), "\(one.reportedBy) \(Format.day(one.reportedOn, language))"),
      Fact(Text("内容", "Content"), one.content),
    ]
    if let answer = one.answer, let by = one.answeredBy, let day = one.answeredOn {
      lines.append(Fact(Text("中心答复", "The centre's answer"), "\(answer) \(by) \(Format.day(day, language))"))
    } else {
      lines.append(Fact(Text("中心答复", "The centre's answer"), tag(Text("待答复", "Waits")[language], .soon)))
    }
    return lines
  }

  private static let ground = Field(
    "ground", Text("情形", "Ground"), .radios(MajorCaseGround.allCases.map { Choice($0.rawValue, $0.name) }))
  private static let content = Field(
    "content", Text("报告内容", "What is reported"), .textarea(rows: 5),
    hint: Text("写明案情、疑难之处和拟采取的办法。", "The facts, the difficulty, and what is planned."))
  private static let words = Field("answer", Text("答复意见", "Answer"), .textarea(rows: 4))
}
