import Cases
import Kernel
import Storage
import TestSupport
import Testing
import WorkCalendar

@Suite struct MeasureTests {
  private func figure(
    _ key: String, _ office: TestOffice, from: Day = .literal(2015, 1, 1), to: Day = .literal(2015, 12, 31),
    township: String? = nil
  ) async throws -> [Int?] {
    let measure = try #require(CaseMeasures.all.first { $0.key == key })
    let scope = MeasureScope(county: office.county, from: from, to: to, township: township)
    return try await office.services.database.read { reader in
      try [measure.numerator(scope), measure.denominator?(scope)].map { sql in
        try sql.map { try reader.rows($0).count }
      }
    }
  }

  private func office(_ rows: [[String: String]]) async throws -> TestOffice {
    let (office, ledger) = (try await TestOffice.forImport(), try ImportLedger())
    let report = try await office.load(ledger.csv(rows.map { $0.merging(["recipient_id": ""]) { $1 } }))
    #expect(report.faults == [])
    return office
  }

  static let bare = [
    "undertaker": "", "undertaker_kind": "", "unit": "", "assigned_on": "", "heard_on": "", "observed_on": "",
    "closed_on": "", "archived_on": "", "ended": "", "grade": "", "recovered": "",
  ]

  /// AT-3.7: a granted case terminated one week later still counts as accepted; it counts as closed on that day.
  @Test func at_3_7_terminatedCasesCountAsAccepted() async throws {
    let ended = ["accepted_on": "2015-03-02", "closed_on": "2015-03-09", "ended": "terminated"]
    let office = try await office([Self.bare.merging(ended) { $1 }])
    #expect(try await figure("K0", office) == [1, nil])
    #expect(try await figure("K1", office) == [1, nil])
    #expect(try await figure("K6", office) == [1, 1])
    #expect(try await figure("K6", office, to: .literal(2015, 3, 8)) == [0, 1])
  }

  /// AT-4.7: compulsory-treatment agency is criminal and litigation; the victim's agency is criminal.
  @Test func at_4_7_criminalByTrackOrForm() async throws {
    let kinds = [
      ("compulsoryTreatment", "criminalAgency"), ("criminalAgency", "criminalAgency"),
      ("petition", "criminalAgency"),
      ("criminalApplied", "otherNonLitigation"), ("civil", "civilLitigationAgency"),
      ("labourArbitration", "arbitrationAgency"), ("administrative", "reconsiderationAgency"),
    ]
    let office = try await office(kinds.map { ["track": $0.0, "form": $0.1, "heard_on": "", "observed_on": ""] })
    #expect(try await figure("K2", office) == [4, 7])
    #expect(try await figure("K3", office) == [4, 7])
  }

  @Test func lawFirmCasesFromTheDayOfAssignment() async throws {
    let office = try await office([[:], ["undertaker_kind": "centreLawyer"], ["assigned_on": ""], Self.bare])
    #expect(try await figure("K4", office) == [2, 4])
    #expect(try await figure("K4", office, to: .literal(2015, 3, 3)) == [1, 4])
  }

  /// Several hearings of a case are one case; a hearing counts in the period in which it lies.
  @Test func observedAmongHeardCases() async throws {
    let once = ["heard_on": "2015-04-05", "observed_on": ""]
    let office = try await office([[:], once, Self.bare])
    #expect(try await figure("K5", office) == [1, 2])
    #expect(try await figure("K5", office, to: .literal(2015, 4, 30)) == [0, 2])
    #expect(try await figure("K5", office, from: .literal(2015, 5, 1)) == [1, 1])
  }

  @Test func archivedAmongAcceptedDossiers() async throws {
    let office = try await office([[:], ["archived_on": ""]])
    #expect(try await figure("K15", office) == [1, 1])
  }

  @Test func narrowedToATownship() async throws {
    let office = try await office([[:], ["township": "清水镇"], ["township": ""]])
    #expect(try await figure("K6", office, township: "清水镇") == [1, 1])
  }
}
