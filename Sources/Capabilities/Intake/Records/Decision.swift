import Kernel
import Localization

/// 决定依据 · What a decision on an application cites: the articles of the tests that decided it, and the article under
/// which it is made.
enum Decision {
  static func basis(_ rules: RuleSet) -> [LegalBasis] { rules < .rs2022 ? [.p12("16")] : [.lal("43")] }

  /// After an order to correct, the bureau's decision first.
  static func grounds(_ application: Application, _ verdict: VerdictRecord) -> String {
    let order = application.correctionOrder.map {
      [Text("司法局责令改正的异议审查决定（\($0)）", "the bureau’s order to correct (\($0))")]
    }
    return cite((order ?? []) + verdict.tests.flatMap(\.basis), basis(application.ruleSet))
  }

  /// Of the tests that failed, or of all where the director refuses on another ground.
  static func refusalGrounds(_ application: Application, _ verdict: VerdictRecord) -> String {
    let failed = verdict.failures.isEmpty ? verdict.tests : verdict.failures
    return cite(failed.flatMap(\.basis), basis(application.ruleSet))
  }

  static func cite(_ basis: [LegalBasis]) -> String { cite(basis.map(\.name), []) }

  private static func cite(_ texts: [Text], _ basis: [LegalBasis]) -> String {
    var seen: Set<String> = []
    return (texts + basis.map(\.name)).map(\.zh).filter { seen.insert($0).inserted }.joined(separator: "、")
  }
}

extension Household {
  /// How a household is told in one line.
  var summary: Text {
    .each { language in
      let income = Format.money(fen: netIncomeFen, language)
      let own = ownNetIncomeFen.map { Format.money(fen: $0, language) }
      return language == .zh
        ? "共同生活\(members)人，\(months)个月净收入\(income)"
          + (opponentInHousehold ? "；对方当事人是家庭成员" : "") + (own.map { "，本人净收入\($0)" } ?? "")
        : "\(members) in the household, net income \(income) in \(months) months"
          + (opponentInHousehold ? "; the opposing party is one of them" : "")
          + (own.map { ", own net income \($0)" } ?? "")
    }
  }

  /// 家庭情况明细 · What was told besides the totals: each member, what was spent and what is owned. `name` writes a name.
  func details(name: (String) -> String = { $0 }) -> [Text] {
    var details = people?.map { $0.words(name: name) } ?? []
    if let expensesFen {
      details.append(Text.each { "\(Text("重大支出", "major expenses")[$0]) \(Format.money(fen: expensesFen, $0))" })
    }
    if let assets { details.append(assets.words) }
    return details
  }

  /// As it stands on papers.
  var onPapers: String { ([summary] + details()).map(\.zh).joined(separator: "；") }
}
