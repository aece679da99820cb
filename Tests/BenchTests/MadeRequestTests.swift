import App
import Cases
import Intake
import Kernel
import Registry
import Testing
import WorkCalendar

@testable import Bench

/// The states of a made request follow from its days.
@Suite struct MadeRequestTests {
  private static let place = MadePlace(
    shortName: "青", centre: AgencyID(), stations: [("河东镇", AgencyID()), ("柳塘乡", AgencyID())],
    undertakers: [.init(person: LegalAidPersonID(), unit: AgencyID(), kind: .lawFirmLawyer)],
    reviewer: .init(id: UserID(), name: "陈洁"), director: .init(id: UserID(), name: "刘卫国"))

  private func requests(_ cases: Int) -> [MadeRequest] {
    var made = MadeRequests(
      seed: 3, cases: cases, from: .literal(2016, 1, 1), until: .literal(2025, 12, 31), Self.place)
    var all: [MadeRequest] = []
    while let batch = made.batch(of: 100) { all += batch }
    return all
  }

  @Test func whatHasNotComeHasNotHappened() throws {
    let request = try #require(
      requests(200).first { $0.end == .granted && !$0.isTerminated && !$0.dispute.isCriminal })
    let days = request.days
    #expect(request.application(on: days.received) != .granted)
    #expect(request.aidCase(on: days.decided.adding(days: -1)) == nil)
    #expect(request.aidCase(on: days.closed) == .closed)
    #expect(request.aidCase(on: days.archived) == .archived)
  }

  @Test func theSpreadIsThatOfACounty() {
    let all = requests(4_000)
    #expect(all.count { $0.end == .granted } == 4_000)
    let criminal = all.count { $0.dispute.isCriminal }
    #expect((700...1_500).contains(criminal))
    let (first, last) = (all.count { $0.days.received.year == 2016 }, all.count { $0.days.received.year == 2025 })
    #expect(last > first && last < 3 * first)
    #expect(Set(all.map(\.person.name)).count > 1_500)
    #expect(Set(all.compactMap(\.person.identityNumber)).count == all.count)
  }

  @Test(arguments: [0.0, 0.5, 0.99]) func percentilesOfNothingAreNothing(_ share: Double) {
    #expect(Load(port: 1, clients: 2, seconds: 0).run([]).percentile(share) == 0)
  }
}
