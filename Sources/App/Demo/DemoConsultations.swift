import Consultations
import Kernel
import Localization
import Registry
import WorkCalendar

/// 演示咨询 · Demo consultations: what people asked through the year, at the stations and at the window; nearly all entered on the
/// day, some documents drafted, the last ones still waiting.
struct DemoConsultations {
  private struct Asked {
    let servedAt: Instant
    let enteredAt: Instant
    let login: String
    let who: Consulter
    let told: ConsultationTold
    let outcome: ConsultationOutcome
    let draft: DraftKind?
  }

  private static let questions: [(ConsultationTopic, String, String, String)] = [
    (.labourPay, "拖欠工资", "在工地做工被拖欠工资，问怎样讨要。", "先向劳动监察部门投诉，也可以申请劳动仲裁；经济困难的可以申请法律援助。"),
    (.family, "离婚财产", "想离婚，问财产和孩子怎么处理。", "协商不成的可以起诉；告知管辖法院和需要准备的证据。"),
    (.maintenance, "赡养费", "子女不给赡养费，问能否起诉。", "可以请村委会调解，也可以起诉；符合条件的可以申请法律援助。"),
    (.traffic, "交通事故赔偿", "被电动车撞伤，问赔偿项目。", "告知赔偿项目、鉴定和时效。"),
    (.notLegal, "宅基地审批", "问宅基地审批进度。", "不属于法律事务，请向镇自然资源所咨询。"),
  ]

  private static let drafted: [DraftKind] = [.complaint, .arbitration, .enforcement]

  private let staff: DemoStaff
  private var waiting: [Asked]

  init(seed: UInt64, year: Int, until: Day, count: Int, _ staff: DemoStaff, _ office: Office) {
    self.staff = staff
    var random = SeededRandom(seed: seed &+ 1)
    let days = (0...Day.literal(year, 1, 1).days(until: until)).map { Day.literal(year, 1, 1).adding(days: $0) }
      .filter(office.services.calendar.isWorkingDay)
    waiting = (0..<count).map { _ in Self.asked(&random, days, until, office.services.calendar) }
      .filter { $0.enteredAt.day <= until }.sorted { $0.enteredAt < $1.enteredAt }
  }

  private static func asked(
    _ random: inout SeededRandom, _ days: [Day], _ until: Day, _ calendar: WorkCalendar
  ) -> Asked {
    let day = random.pick(days)
    let township = random.chance(60) ? "河东镇" : "柳塘乡"
    let person = DemoPeople.person(&random, [township], year: day.year)
    let (topic, cause, content, answer) = random.pick(questions)
    let servedAt = Instant(day, hour: random.number(9...15), minute: random.number(0...59))
    let isLate = random.chance(4)
    let isShy = random.chance(10)
    let isLetter = random.chance(12)
    let login = random.chance(30) || isLetter ? "receptionist" : township == "河东镇" ? "clerk" : "clerk2"
    let byCentre: ServiceChannel = isLetter ? .letter : random.chance(40) ? .phone : .visit
    let channel: ServiceChannel = login == "receptionist" ? byCentre : .station
    let isOpen = isLetter && day.days(until: until) < 12
    return Asked(
      servedAt: servedAt,
      enteredAt: isLate ? Instant(day.next, hour: 8, minute: 40) : servedAt.adding(minutes: random.number(3...40)),
      login: login,
      who: isShy
        ? Consulter(declinesIdentity: true)
        : Consulter(
          name: person.name, identityNumber: person.identityNumber, phone: person.phone, address: person.address,
          groups: person.groups),
      told: ConsultationTold(
        channel, topic, cause: cause, content: content, township: township, servedAt: servedAt),
      outcome: isOpen
        ? .later
        : .answered(
          ConsultationAnswer(
            answer, handling: topic == .notLegal ? .toOtherDepartment : .answered,
            department: topic == .notLegal ? "镇自然资源所" : nil, isReminded: topic != .notLegal)),
      draft: random.chance(12) ? random.pick(drafted) : nil)
  }

  /// Records what was asked before that time, each at its own.
  mutating func take(before end: Instant, _ office: Office) async throws {
    while let next = waiting.first, next.enteredAt <= end {
      waiting.removeFirst()
      let (then, principal) = (office.at(.fixed(next.enteredAt)), try await staff.principal(next.login, office))
      let id = try await then.runner.run(RecordConsultation(next.who, next.told, next.outcome), as: principal)
      guard let kind = next.draft else { continue }
      try await then.runner.run(
        RecordDrafting(id, kind, title: "\(next.told.cause)\(kind.name.zh)", on: next.enteredAt.day), as: principal)
    }
  }
}
