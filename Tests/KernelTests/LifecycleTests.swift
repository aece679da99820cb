import Kernel
import Localization
import Storage
import Testing

@Suite("Lifecycles")
struct LifecycleTests {
  private enum Door: String, CaseIterable { case open, closed, walledUp }
  private enum Step: String, CaseIterable { case close, open, wallUp }

  private static let use = Permission("door.use", Text("开关门", "Use doors"), [.stationClerk, .director])
  private static let build = Permission("door.build", Text("砌墙", "Build walls"), [.director])

  private static let doors = Lifecycle<Door, Step>(
    "door", Text("门", "Door"),
    state: { Text(["open": "开", "closed": "关", "walledUp": "已封"][$0.rawValue] ?? "", $0.rawValue) },
    step: { Text(["close": "关门", "open": "开门", "wallUp": "封门"][$0.rawValue] ?? "", $0.rawValue) },
    [
      .init([.open], .close, .closed, use), .init([.closed], .open, .open, use),
      .init([.closed, .open], .wallUp, .walledUp, build, [LegalBasis(.law2021, "43")]),
    ])

  private static func person(_ roles: Set<Role>) -> Principal {
    Principal(
      user: UserID(), name: "某人", county: CountyID(), agency: AgencyID(), agencyKind: .centre, agencyName: "中心",
      roles: roles, agencies: [])
  }

  @Test func `a step leads where the table says`() throws {
    let director = Self.person([.director])
    #expect(try Self.doors.next(.close, from: .open, by: director) == .closed)
    #expect(try Self.doors.next(.wallUp, from: .open, by: director) == .walledUp)
    #expect(try Self.doors.next(.wallUp, from: .closed, by: .system(CountyID())) == .walledUp)
  }

  @Test func `a step from the wrong state says which state it is and what cannot be done`() {
    let refusal = #expect(throws: Refusal.self) {
      try Self.doors.next(.close, from: .walledUp, by: Self.person([.director]))
    }
    #expect(refusal?.key == "wrong-state")
    #expect(refusal?.message.zh.contains("“已封”，不能“关门”") == true)
    #expect(refusal?.message.en.contains("“walledUp”; “close” is not possible") == true)
    #expect(refusal?.isAudited == false)
  }

  @Test func `who may not take a possible step is refused, and that is audited`() {
    #expect(throws: Refusal.notAllowed) {
      try Self.doors.next(.wallUp, from: .open, by: Self.person([.stationClerk]))
    }
    #expect(Refusal.notAllowed.isAudited)
    // The state is told first: it is the same for everybody.
    let refusal = #expect(throws: Refusal.self) {
      try Self.doors.next(.wallUp, from: .walledUp, by: Self.person([.stationClerk]))
    }
    #expect(refusal?.key == "wrong-state")
  }

  @Test func `what is allowed is what the guard lets pass`() {
    for roles in [[], [.stationClerk], [.director], [.reviewer]] as [Set<Role>] {
      let person = Self.person(roles)
      for state in Door.allCases {
        let passing = Step.allCases.filter { (try? Self.doors.next($0, from: state, by: person)) != nil }
        #expect(Set(Self.doors.allowed(from: state, by: person)) == Set(passing))
      }
    }
    #expect(Self.doors.allowed(from: .closed, by: Self.person([.director])) == [.open, .wallUp])
  }

  @Test func `the table names every state and every transition, in the order of the states`() {
    let table = Self.doors.table
    #expect(table.key == "door")
    #expect(table.states.map(\.0) == ["open", "closed", "walledUp"])
    #expect(
      table.rows.map { "\($0.from) \($0.step) \($0.to)" } == [
        "open close closed", "closed open open", "open wallUp walledUp", "closed wallUp walledUp",
      ])
    #expect(table.rows.last?.permission == Self.build)
    #expect(table.rows.last?.basis == [LegalBasis(.law2021, "43")])
    #expect(table.rows.first?.stepName == Text("关门", "close"))
  }
}
