import Localization
import Markup
import Web

/// 结论用语 · How a verdict is shown: a headline, each test with its reason and articles.
enum VerdictWords {
  /// While the facts may still change.
  static func proposal(_ record: VerdictRecord, note: Text? = nil) -> Verdict {
    verdict(Text("初步判断：\(record.outcome.name.zh)", "So far: \(record.outcome.name.en)"), record, note)
  }

  /// As it was kept with the review.
  static func kept(_ record: VerdictRecord) -> Verdict {
    verdict(Text("审查结论：\(record.outcome.name.zh)", "On review: \(record.outcome.name.en)"), record, nil)
  }

  /// Under a headline of its own.
  static func told(_ headline: Text, _ record: VerdictRecord, note: Text) -> Verdict {
    verdict(headline, record, note)
  }

  /// In a word, in a list.
  static func tagged(_ record: VerdictRecord, _ language: Language) -> HTML {
    tag(record.outcome.name[language], tone(record.outcome))
  }

  private static func verdict(_ headline: Text, _ record: VerdictRecord, _ note: Text?) -> Verdict {
    Verdict(headline, reasons: record.tests.map(reason), note: note, tone(record.outcome))
  }

  private static func reason(_ test: VerdictRecord.Test) -> Verdict.Reason {
    Verdict.Reason(
      test.aspect.name, test.reason, basis: test.basis.isEmpty ? nil : .list(test.basis), tone(test.result))
  }

  private static func tone(_ outcome: Eligibility.Verdict.Outcome) -> Tone {
    switch outcome {
    case .qualifies: .good
    case .refuse: .late
    case .notKnown: .soon
    }
  }

  private static func tone(_ result: Eligibility.Verdict.Result) -> Tone {
    switch result {
    case .pass, .exempt: .good
    case .fail: .late
    case .notKnown: .soon
    }
  }
}
