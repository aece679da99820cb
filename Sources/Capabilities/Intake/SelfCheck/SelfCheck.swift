import Kernel
import Localization
import Registry
import Web
import WorkCalendar

/// 自我检查 · Self-check: six plain questions, and what the three tests of the law say of the answers. It asks nothing of who
/// one is, keeps nothing, refuses nobody, and knows no rule of its own: `Eligibility` answers.
struct SelfCheck {
  /// 第二问 · Where the matter belongs: the place of the organ, or where the dispute arose (条例 14; 法律援助法 38).
  enum Place: String, CaseIterable, Sendable { case here, elsewhere, unsure }

  /// 第三问 · Who asks.
  enum Who: String, CaseIterable, Sendable { case citizen, family, foreigner }

  /// 第六问 · On the other side, or in a criminal case.
  enum Side: String, CaseIterable, Sendable { case others, household, suspect, victim }

  /// 答复 · Likely, not likely as told, or to be asked about; never a refusal.
  enum Outcome { case likely, showHardship, overTheLine, outOfScope, askUs }

  let facts: Eligibility.Facts
  let place: Place
  let who: Who
  let verdict: VerdictRecord
  let papers: [MaterialChecklist.Item]
  let yardstick: Yardstick

  init(
    _ facts: Eligibility.Facts, place: Place, who: Who, by yardstick: Yardstick, on day: Day
  ) {
    (self.facts, self.place, self.who, self.yardstick) = (facts, place, who, yardstick)
    verdict = VerdictRecord(yardstick.judge(facts, asOf: day))
    papers = MaterialChecklist.items(
      track: facts.track ?? .civil, matter: facts.matter, rules: yardstick.rules, exemption: facts.claims.first,
      groups: facts.groups, packs: yardstick.packs, isRepresented: who == .family)
  }

  var outcome: Outcome {
    let failed = Set(verdict.failures.map(\.aspect))
    if failed.contains(.matter) || failed.contains(.person) { return .outOfScope }
    if failed.contains(.hardship) { return .overTheLine }
    let unknown = verdict.tests.filter { $0.result == .notKnown }.map(\.aspect)
    if unknown.isEmpty { return .likely }
    return unknown == [.hardship] ? .showHardship : .askUs
  }
}

extension SelfCheck {
  /// Reads the six answers, or throws what is wrong with them, each at its field.
  static func read(_ request: WebRequest, by yardstick: Yardstick) throws -> SelfCheck {
    let (rules, packs, today) = (yardstick.rules, yardstick.packs, request.today)
    return try request.read { form in
      let side: Side = form.requiredChoice("side", SelfCheckFields.side.label)
      let matter = matter(&form, side, rules, packs, today)
      let place: Place = form.requiredChoice("place", SelfCheckFields.place.label)
      let who: Who = form.requiredChoice("who", SelfCheckFields.who.label)
      let groups: [GroupCode] = form.choices("groups", SelfCheckFields.groups.label)
      let claims: [ExemptionCode] = form.choices("claims", CounterFields.claims(rules, packs).label)
      let household = HouseholdFields.totals(&form, isOpponentWithin: side == .household)
      return SelfCheck(
        Eligibility.Facts(
          matter: matter, groups: groups + (who == .foreigner ? [.foreigner] : []), claims: claims,
          household: household, track: matter?.isOf?.track ?? .civil,
          position: side == .suspect ? .accused : side == .victim ? .victim : nil), place: place, who: who,
        by: yardstick, on: today)
    }
  }

  /// In a criminal case the side says the matter; else it is chosen.
  private static func matter(
    _ form: inout FieldReader, _ side: Side, _ rules: RuleSet, _ packs: [LocalRulePack], _ today: Day
  ) -> MatterCode? {
    let label = SelfCheckFields.matter(rules, on: today, packs).label
    let offered = MatterCode.offered(rules, on: today, packs).map(\.rawValue) + [CounterFields.otherMatter]
    switch side {
    case .suspect: return .criminalDefence
    case .victim: return .victims
    case .others, .household:
      return MatterCode(rawValue: form.requiredChoice("matter", label, among: offered))
    }
  }

  /// 柜台的答案 · The same answers under the names of the counter's fields.
  func answers(_ fields: Fields) -> [String: [String]] {
    var answers: [String: [String]] = [
      "matter": [facts.matter?.rawValue ?? CounterFields.otherMatter],
      "groups": facts.groups.map(\.rawValue), "claims": facts.claims.map(\.rawValue),
    ]
    if let track = facts.matter?.isOf?.track { answers["track"] = [track.rawValue] }
    if let position = facts.position { answers["position"] = [position.rawValue] }
    if facts.household?.opponentInHousehold == true { answers["opponentInHousehold"] = ["yes"] }
    for name in ["members", "months", "netIncome", "ownIncome"] where !fields[name].isEmpty {
      answers[name] = [fields[name]]
    }
    return answers.filter { !$0.value.isEmpty }
  }
}
