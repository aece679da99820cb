import DutyLawyers
import Intake
import Kernel
import Papers
import Registry
import Storage
import WorkCalendar

/// 演示值班律师 · Demo duty lawyers: a roster for three places, and some fifty people whom duty lawyers help in a year. Before
/// 26 October 2018 no law knew duty lawyers, and the demo county had no pilot: an earlier year has none of this.
struct DemoDutyLawyers {
  private enum Step { case ask, dispatch, meet, give, take, forward, ledger }

  private struct Story {
    let number: Int
    let person: PersonTold
    let charge: String
    var steps: ArraySlice<Step>
    var dueAt: Instant
    var help: LegalHelpID?
  }

  private static let places: [(DutyPlaceKind, String, String)] = [
    (.detentionHouse, "青禾县看守所", "0500-88120119"), (.procuratorate, "青禾县人民检察院", "0500-88120129"),
    (.court, "青禾县人民法院", "0500-88120139"),
  ]
  private static let charges = ["盗窃罪", "危险驾驶罪", "故意伤害罪", "诈骗罪", "开设赌场罪", "帮助信息网络犯罪活动罪"]
  private static let lawyers = ["lawyer", "lawyer2", "lawyer3", "lawyer4"]
  private static let count = 50

  private let staff: DemoStaff
  private var stories: [Story]
  private var found: [DutyPlaceID] = []
  /// The month whose roster is made next.
  private var month: Day
  private let first: Day

  init(seed: UInt64, year: Int, until: Day, _ staff: DemoStaff, _ office: Office) {
    self.staff = staff
    let start = max(Day.literal(year, 1, 1), HelpRules.statutoryFrom)
    let last = min(until, .literal(year, 12, 31))
    (first, month) = (start, start)
    guard start <= last else {
      stories = []
      return
    }
    var random = SeededRandom(seed: seed &+ 29)
    let days = (0...start.days(until: last)).map { start.adding(days: $0) }
      .filter(office.services.calendar.isWorkingDay)
    let count = Self.count * days.count / 250
    stories = (0..<count).map { number in
      let isLate = number >= count - 3
      let day = isLate ? days[max(0, days.count - 2 - number % 3)] : random.pick(days)
      var steps: [Step] = [.ask, .dispatch, .meet, .give, .ledger]
      if isLate { steps = [.ask, .dispatch, .meet, .take, .give, .forward, .ledger] }
      if number % 3 == 0 { steps.removeAll { $0 == .dispatch } }
      return Story(
        number: number, person: DemoPeople.person(&random, DemoStaff.setup.townships, year: year),
        charge: random.pick(Self.charges), steps: steps[...], dueAt: Instant(day, hour: 9, minute: 10 + number % 45)
      )
    }
  }

  /// Takes whatever is due before a moment; the roster of a month stands before its first day is over.
  mutating func take(before end: Instant, _ office: Office) async throws {
    guard !stories.isEmpty else { return }
    if end.day >= first, found.isEmpty { try await foundPlaces(office.at(.fixed(Instant(end.day, hour: 8)))) }
    if !found.isEmpty, end.day >= month { try await plan(office.at(.fixed(Instant(end.day, hour: 8)))) }
    func next() -> Int? {
      stories.indices.filter { !stories[$0].steps.isEmpty && stories[$0].dueAt <= end }
        .min { stories[$0].dueAt < stories[$1].dueAt }
    }
    while let index = next() { try await step(index, office.at(.fixed(stories[index].dueAt))) }
  }

  private mutating func foundPlaces(_ office: Office) async throws {
    for (kind, name, phone) in Self.places {
      found.append(try await run("assigner", office, AddDutyPlace(kind, name: name, phone: phone)))
    }
  }

  /// The lawyers take turns, each place beginning with another, so that nobody is at two of them.
  private mutating func plan(_ office: Office) async throws {
    var turns: [DutyTurn] = []
    for (index, login) in Self.lawyers.enumerated() {
      guard let lawyer = try await staff.principal(login, office).undertaker else { continue }
      turns.append(DutyTurn(lawyer, phone: "1390000\(7100 + index)"))
    }
    for (index, place) in found.enumerated() {
      let order = Array(turns[index...] + turns[..<index])
      _ = try await run(
        "assigner", office, PlanShifts(place, from: month, to: month.lastOfMonth, .wholeDay, order))
    }
    month = month.lastOfMonth.next
  }

  private mutating func step(_ index: Int, _ office: Office) async throws {
    guard let step = stories[index].steps.popFirst() else { return }
    let (story, now) = (stories[index], office.services.clock.now())
    if step == .ask {
      stories[index].help = try await ask(story, now, office)
    } else if let id = story.help {
      try await take(step, story, id, office)
    }
    // An application handed over before noon is forwarded the next morning.
    let wait = stories[index].steps.first == .forward ? 20 * 60 : stories[index].steps.first == .ledger ? 360 : 40
    stories[index].dueAt = now.adding(minutes: wait)
  }

  private func ask(_ story: Story, _ now: Instant, _ office: Office) async throws -> LegalHelpID {
    let index = story.number % found.count
    let (kind, name, _) = Self.places[index]
    let isOnSite = !story.steps.contains(.dispatch)
    let source: HelpSource =
      isOnSite ? .onSite : kind == .procuratorate ? .procuratorate : kind == .court ? .court : .application
    var told = HelpTold(
      source, at: found[index], organ: kind == .detentionHouse ? "青禾县公安局" : name,
      stage: kind == .court ? .firstInstance : kind == .procuratorate ? .prosecutionReview : .investigation,
      charge: story.charge, isInCustody: kind == .detentionHouse, wanted: [.consultation],
      brief: "想了解案件怎样处理。")
    if kind == .detentionHouse { told.askedAt = now.adding(hours: story.number % 11 == 0 ? -30 : -5) }
    return try await run(isOnSite ? lawyer(story) : "receptionist", office, RegisterHelp(story.person, told))
  }

  private func take(_ step: Step, _ story: Story, _ id: LegalHelpID, _ office: Office) async throws {
    switch step {
    case .ask: break
    case .dispatch:
      let chosen = try await staff.principal(lawyer(story), office).undertaker
      _ = try await run("receptionist", office, DispatchHelp(id, to: chosen))
    case .meet: _ = try await run(lawyer(story), office, MeetPerson(id))
    case .give: _ = try await run(lawyer(story), office, RecordHelp(id, given(story)))
    case .take: _ = try await run(lawyer(story), office, TakeApplication(id))
    case .forward: _ = try await run(lawyer(story), office, ForwardApplication(id))
    case .ledger: _ = try await run("receptionist", office, EnterLedger(id))
    }
  }

  private func given(_ story: Story) -> HelpGiven {
    var kinds: [HelpKind] = [.consultation]
    if story.number % 3 == 1 { kinds += [.procedureChoice, .pleaWitness] }
    if story.number % 5 == 2 { kinds.append(.coerciveMeasure) }
    return HelpGiven(kinds, content: "解答涉嫌罪名、认罪认罚和诉讼权利的问题。", result: "本人表示已经了解。")
  }

  private func lawyer(_ story: Story) -> String { Self.lawyers[story.number % Self.lawyers.count] }

  private func run<A: Action>(_ login: String, _ office: Office, _ action: A) async throws -> A.Outcome {
    try await office.runner.run(action, as: staff.principal(login, office))
  }
}
