import App
import Cases
import Intake
import Kernel
import Registry
import WorkCalendar

/// 虚构申请 · Made request: one person's way from the counter to the archive, day by day. A day after the office's last has
/// not come, so the states follow from the days.
struct MadeRequest: Sendable {
  enum End: Sendable { case granted, refused, withdrawn }

  let person: PersonTold
  let opposing: String
  let dispute: MadeDispute
  let household: Household
  let station: Int?
  let township: String
  let channel: ServiceChannel
  let end: End
  let undertaker: MadePlace.Undertaker
  let result: CaseResult
  let recoveredFen: Int64?
  let isTerminated: Bool
  let days: Days

  /// 各步日期 · The day of each step.
  struct Days: Sendable {
    let received, accepted, reviewed, decided: Day
    let assigned, named, engaged, met, heard, closed, submitted, examined, archived: Day
  }

  init(
    _ random: inout SeededRandom, _ born: inout [Day: Int], on day: Day, end: End, _ place: MadePlace
  ) {
    let dispute = end == .granted ? MadeDispute.pick(&random) : MadeDispute.civilian(&random)
    let index = random.number(0...place.stations.count - 1)
    township = place.stations[index].township
    station = random.chance(45) ? index : nil
    person = MadePeople.person(&random, &born, township: township, on: day, isCriminal: dispute.isCriminal)
    opposing =
      dispute.isCriminal
      ? ""
      : dispute.matter == .maintenance || dispute.matter == nil
        ? MadePeople.name(&random, isWoman: random.chance(50)) : MadePeople.company(&random)
    let members = random.number(1...5)
    household = Household(
      members: members, netIncomeFen: Int64(members * random.number(2...20) * 100_000), months: 12)
    channel = station != nil ? .station : random.pick([.visit, .visit, .visit, .phone, .web, .letter])
    undertaker = random.pick(place.undertakers)
    result = random.pick(CaseResult.offered(dispute.form, stage: dispute.stage))
    recoveredFen = dispute.isCriminal || random.chance(40) ? nil : Int64(random.number(8...900)) * 10_000
    isTerminated = random.chance(3)
    days = Days(&random, from: day, isCriminal: dispute.isCriminal)
    self.dispute = dispute
    self.end = end
  }

  /// Where the application stands on a day.
  func application(on day: Day) -> ApplicationState {
    if end == .withdrawn, days.reviewed <= day { return .withdrawn }
    if days.decided <= day { return end == .granted ? .granted : .refused }
    if days.reviewed <= day { return .pendingApproval }
    return days.accepted <= day ? .accepted : .received
  }

  /// Where the case stands on a day; nil: there is none.
  func aidCase(on day: Day) -> CaseState? {
    guard end == .granted, days.decided <= day else { return nil }
    if isTerminated, days.closed <= day { return .terminated }
    let steps: [(Day, CaseState)] = [
      (days.archived, .archived), (days.examined, .dossierAccepted), (days.submitted, .dossierSubmitted),
      (days.closed, .closed), (days.met, .inProgress), (days.engaged, .engaged), (days.named, .assignedToPerson),
      (days.assigned, .assignedToUnit),
    ]
    return steps.first { $0.0 <= day }?.1 ?? .opened
  }
}

extension MadeDispute {
  /// What may be applied for: not what an organ gives notice of.
  static func civilian(_ random: inout SeededRandom) -> MadeDispute {
    while true {
      let dispute = pick(&random)
      if !dispute.isCriminal { return dispute }
    }
  }
}

extension MadeRequest.Days {
  init(_ random: inout SeededRandom, from day: Day, isCriminal: Bool) {
    received = day
    accepted = isCriminal ? day : day.adding(days: random.number(0...2))
    reviewed = isCriminal ? day : accepted.adding(days: random.number(1...4))
    decided = isCriminal ? day : reviewed.adding(days: random.number(0...3))
    assigned = decided.adding(days: random.number(0...4))
    named = assigned.adding(days: random.number(0...3))
    engaged = named.adding(days: random.number(1...7))
    met = engaged.adding(days: random.number(1...10))
    heard = met.adding(days: random.number(10...(isCriminal ? 50 : 90)))
    closed = heard.adding(days: random.chance(4) ? random.number(120...500) : random.number(3...60))
    submitted = closed.adding(days: random.number(5...38))
    examined = submitted.adding(days: random.number(2...28))
    archived = examined.adding(days: random.number(1...40))
  }
}
