import Kernel
import Storage
import TestSupport
import Testing
import WorkCalendar

/// Rows as every scoped record has them: where it was taken, who decides, who undertakes.
@Suite("AT-X.1 Data scope", .timeLimit(.minutes(2)))
struct ScopeTests {
  /// Four records and one of another county; each is named by a letter.
  private static func office(_ engine: TestOffice.Engine) async throws -> TestOffice {
    let office = try await TestOffice(engine, at: Instant(.literal(2016, 3, 7), hour: 9), seal: false)
    let d = office.services.database.dialect
    try await office.meddle(
      SQL(
        unchecked: """
          CREATE TABLE record (\(d.id("id")), name \(d.text), \(d.id("county")), \(d.id("origin")), \(d.id("owner")),
            \(d.optionalID("unit")), \(d.optionalID("undertaker")))
          """))
    let station = try await office.principal("clerk").agency
    let otherStation = try await office.principal("clerk2").agency
    let centre = try await office.principal("director").agency
    let lawyer = try await office.principal("lawyer")
    let colleague = try await office.principal("lawyer2")
    let rival = try await office.principal("lawyer3")
    let rows: [(String, CountyID, AgencyID?, AgencyID?, LegalAidPersonID?)] = [
      ("A", office.county, station, lawyer.agency, lawyer.undertaker),
      ("B", office.county, otherStation, colleague.agency, colleague.undertaker),
      ("C", office.county, centre, rival.agency, rival.undertaker),
      ("D", office.county, station, nil, nil),
      ("X", CountyID(), station, lawyer.agency, lawyer.undertaker),
    ]
    for (name, county, origin, unit, undertaker) in rows {
      try await office.meddle(
        "INSERT INTO record VALUES (\(UUIDv7()), \(name), \(county), \(origin), \(centre), \(unit), \(undertaker))")
    }
    return office
  }

  private static func seen(_ principal: Principal, _ office: TestOffice) async throws -> String {
    try await office.services.database.read {
      try $0.rows("SELECT name FROM record WHERE \(principal.scope("record")) ORDER BY name")
        .map { try $0.get("name") }.joined()
    }
  }

  @Test("Everybody sees the records of his own place and no others", arguments: TestOffice.Engine.allCases)
  func scope(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    let expected = [
      ("clerk", "AD"), ("clerk2", "B"), ("receptionist", "ABCD"), ("director", "ABCD"), ("leader", "ABCD"),
      ("firm", "AB"), ("firm2", "C"), ("lawyer", "A"), ("lawyer2", "B"), ("lawyer3", "C"),
    ]
    for (login, names) in expected {
      #expect(try await Self.seen(office.principal(login), office) == names, "\(login)")
    }
    #expect(try await Self.seen(.system(office.county), office) == "ABCD")
  }

  private static func firmMember(_ roles: Set<Role>, _ like: Principal, as undertaker: LegalAidPersonID?) throws
    -> Principal
  {
    let firm = try #require(like.agency)
    return Principal(
      user: UserID(), name: "某人", county: like.county, agency: firm, agencyKind: .lawFirm,
      agencyName: like.agencyName,
      roles: roles, agencies: [firm], undertaker: undertaker)
  }

  @Test("In a firm, only its manager sees what is not his own", arguments: TestOffice.Engine.allCases)
  func firm(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    let lawyer = try await office.principal("lawyer")
    let both = try Self.firmMember([.firmManager, .undertaker], lawyer, as: lawyer.undertaker)
    #expect(try await Self.seen(both, office) == "AB")
    // An account that is not linked to an undertaker has no cases of its own.
    #expect(try await Self.seen(Self.firmMember([.undertaker], lawyer, as: nil), office) == "")
  }

  @Test("Who undertakes a record beside another sees it too", arguments: TestOffice.Engine.allCases)
  func beside(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    let second = try #require(try await office.principal("lawyer2").undertaker)
    let county = office.county
    try await office.meddle(
      """
      INSERT INTO co_undertaker SELECT id, \(county), \(second), '2016-03-07', 1 FROM record
      WHERE name IN ('A', 'C', 'X')
      """)
    // C is of another firm, X of another county.
    #expect(try await Self.seen(office.principal("lawyer2"), office) == "AB")
    #expect(try await Self.seen(office.principal("lawyer"), office) == "A")
  }

  @Test("A place without agencies sees nothing")
  func nowhere() async throws {
    let office = try await Self.office(.sqlite)
    let like = try await office.principal("director")
    for kind in AgencyKind.allCases {
      let nobody = Principal(
        user: UserID(), name: "某人", county: like.county, agency: AgencyID(), agencyKind: kind, agencyName: "无",
        roles: [.director, .firmManager], agencies: [])
      #expect(try await Self.seen(nobody, office) == "")
    }
  }
}
