import Intake
import Kernel
import Storage

/// 对方查询 · Other sides: who is on the other side of cases, or is accused in the same case of an organ, and who acts for
/// him here or did; for any number of cases at once.
enum OtherSides {
  /// 对方 · What was found of the other side of one case.
  struct Found: Sendable {
    /// The opposing parties, and who acts for them in the same dispute.
    var sides: [Conflicts.OtherSide] = []
    /// 可能的冲突 · What may be one and is to be looked at.
    var possible: [Conflicts.PossibleSide] = []
  }

  /// 当事人 · A name with the keyed hash of the identity number, where the office knows it.
  private struct Name: Hashable {
    let name: String
    let hash: [UInt8]?
  }

  /// 一案双方 · The two sides of a case.
  private struct Sides {
    var recipients: Set<Name> = []
    var opposing: [Name] = []
  }

  /// 一方镜像 · A matter here in which somebody like our opposing party is aided against somebody like our recipient.
  private struct Mirror {
    let matter: MatterID
    let recipient: Name
    let opposing: Name
  }

  /// The two cases are one dispute when each names one of the other's recipients as its opposing party: by the same name
  /// or identity number surely, by a near name perhaps. An imported case names its recipient alone.
  static func of(
    _ cases: [AidCase], in county: CountyID, _ reader: any Reader
  ) throws -> [CaseID: Found] {
    guard !cases.isEmpty else { return [:] }
    let sides = try sides(cases, reader)
    let opposing = Set(sides.values.flatMap(\.opposing))
    let recipients = Set(sides.values.flatMap(\.recipients))
    let near = try AlikeNames.of(Set((opposing.union(recipients)).map(\.name)), in: county, reader)
    let mirrors = try mirrors(of: opposing, against: recipients, near, county, reader)
    let acting = try acting(in: Set(mirrors.map(\.matter)), reader)
    let former = try formerly(for: opposing, county, reader)
    return cases.reduce(into: [:]) { found, one in
      guard let sides = sides[one.id] else { return }
      found[one.id] = Self.found(one, sides, near, mirrors, acting, former)
    }
  }

  private static func found(
    _ one: AidCase, _ sides: Sides, _ near: [String: Set<String>], _ mirrors: [Mirror],
    _ acting: [MatterID: [Conflicts.Acting]], _ former: [String: [Conflicts.Acting]]
  ) -> Found {
    var found = Found()
    for opposing in sides.opposing {
      var dispute: Set<CaseID> = [one.id]
      found.sides.append(Conflicts.OtherSide(name: opposing.name, acting: nil))
      for mirror in mirrors {
        guard let theirs = likeness(opposing, mirror.recipient, near),
          let ours = sides.recipients.compactMap({ likeness($0, mirror.opposing, near) }).min()
        else { continue }
        for act in acting[mirror.matter, default: []] where act.aidCase != one.id {
          dispute.insert(act.aidCase)
          if max(theirs, ours) == .near {
            found.possible.append(Conflicts.PossibleSide(name: opposing.name, ground: .nearName, acting: act))
          } else {
            found.sides.append(Conflicts.OtherSide(name: opposing.name, acting: act))
          }
        }
      }
      let others = former[opposing.name, default: []].filter { !dispute.contains($0.aidCase) }
      found.possible += others.map {
        Conflicts.PossibleSide(name: opposing.name, ground: .otherDispute, acting: $0)
      }
    }
    return found
  }

  /// How one named may be one on record; two with two identity numbers are near in nothing.
  private static func likeness(_ named: Name, _ known: Name, _ near: [String: Set<String>]) -> Likeness? {
    if let one = named.hash, let other = known.hash, one == other { return .identity }
    if named.name == known.name { return .exact }
    guard named.hash == nil || known.hash == nil else { return nil }
    return near[named.name]?.contains(known.name) == true ? .near : nil
  }

  private static func sides(_ cases: [AidCase], _ reader: any Reader) throws -> [CaseID: Sides] {
    try reader.rows(
      """
      SELECT mine.id, mine.recipient_name, t.role, t.name, COALESCE(t.identity_hash, p.identity_hash) AS hash
      FROM aid_case mine LEFT JOIN party t ON t.matter = mine.matter LEFT JOIN person p ON p.id = t.person
      WHERE mine.id IN \(list: cases.map(\.id)) ORDER BY mine.id, t.name, t.id NULLS LAST
      """
    ).reduce(into: [:]) { found, row in
      let (id, hash): (CaseID, [UInt8]?) = (try row.get("id"), try row.get("hash"))
      found[id, default: Sides()].recipients.insert(Name(name: try row.get("recipient_name"), hash: nil))
      guard let role: PartyRole = try row.get("role") else { return }
      let name = Name(name: try row.get("name"), hash: hash)
      if role == .opposing {
        found[id]?.opposing.append(name)
      } else {
        found[id]?.recipients.insert(name)
      }
    }
  }

  /// However many matters common names have on either side, only those that have both are looked at further, and none of
  /// them is left out: the two lists are read from the index of names alone.
  private static func mirrors(
    of opposing: Set<Name>, against recipients: Set<Name>, _ near: [String: Set<String>], _ county: CountyID,
    _ reader: any Reader
  ) throws -> [Mirror] {
    let (theirs, ours) = (names(opposing, near), names(recipients, near))
    let (theirHashes, ourHashes) = (hashes(opposing), hashes(recipients))
    let parties = { (role: PartyRole, condition: SQL) -> SQL in
      "SELECT matter FROM party WHERE county = \(county) AND role = \(role) AND \(condition)"
    }
    return try reader.rows(
      """
      SELECT theirs.matter, theirs.name, p.identity_hash AS hash, mirror.name AS against,
        mirror.identity_hash AS against_hash
      FROM (
        SELECT matter FROM (
          \(parties(.recipient, "name IN \(list: theirs)"))
          UNION SELECT t.matter FROM person p JOIN party t ON t.county = p.county AND t.person = p.id
          WHERE p.county = \(county) AND p.identity_hash IN \(list: theirHashes) AND t.role = \(PartyRole.recipient)
        ) of_theirs INTERSECT SELECT matter FROM (
          \(parties(.opposing, "name IN \(list: ours)"))
          UNION \(parties(.opposing, "identity_hash IN \(list: ourHashes)"))
        ) of_ours
      ) both_sides JOIN party theirs ON theirs.matter = both_sides.matter AND theirs.role = \(PartyRole.recipient)
        JOIN party mirror ON mirror.matter = both_sides.matter AND mirror.role = \(PartyRole.opposing)
        LEFT JOIN person p ON p.id = theirs.person
      ORDER BY theirs.matter, theirs.name, mirror.name
      """
    ).map {
      Mirror(
        matter: try $0.get("matter"), recipient: Name(name: try $0.get("name"), hash: try $0.get("hash")),
        opposing: Name(name: try $0.get("against"), hash: try $0.get("against_hash")))
    }
  }

  private static func names(_ asked: Set<Name>, _ near: [String: Set<String>]) -> [String] {
    asked.reduce(into: Set<String>()) { $0.formUnion((near[$1.name] ?? []).union([$1.name])) }.sorted()
  }

  private static func hashes(_ asked: Set<Name>) -> [[UInt8]] {
    Set(asked.compactMap(\.hash)).sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Who acts, or acted, in the cases of some matters.
  private static func acting(
    in matters: Set<MatterID>, _ reader: any Reader
  ) throws -> [MatterID: [Conflicts.Acting]] {
    let condition: SQL = "other.matter IN \(list: matters.sorted())"
    return try reader.rows(
      acts("aid_case other", assigned, condition) + " UNION ALL " + acts("aid_case other", beside, condition)
        + " ORDER BY other, is_second, act NULLS LAST"
    ).reduce(into: [:]) { try $0[$1.get("matter"), default: []].append(Conflicts.Acting($1)) }
  }

  /// 以前的委托 · Who acts, or acted, for our opposing parties in whatever matter, in the newest hundred recorded of each name:
  /// closed and imported cases too. By the very name: a near one alone says too little here.
  private static func formerly(
    for opposing: Set<Name>, _ county: CountyID, _ reader: any Reader
  ) throws -> [String: [Conflicts.Acting]] {
    let names = Set(opposing.map(\.name)).sorted()
    return try reader.rows(
      acts(
        """
        (SELECT t.name, t.matter, ROW_NUMBER() OVER (PARTITION BY t.name ORDER BY t.matter DESC) AS newest
          FROM party t WHERE t.county = \(county) AND t.role = \(PartyRole.recipient) AND t.name IN \(list: names)
        ) t JOIN aid_case other ON other.matter = t.matter
        """, assigned, "t.newest <= 100", name: "t.name") + " ORDER BY other DESC, act NULLS LAST"
    ).reduce(into: [:]) { try $0[$1.get("of_name"), default: []].append(Conflicts.Acting($1)) }
  }

  private typealias Act = (columns: SQL, join: SQL)

  private static let assigned: Act = (
    """
    COALESCE(assignment.person, other.undertaker) AS undertaker, COALESCE(assignment.unit, other.unit) AS unit,
      0 AS is_second, assignment.id AS act
    """, "LEFT JOIN assignment ON assignment.aid_case = other.id"
  )
  private static let beside: Act = (
    "beside.person AS undertaker, other.unit, 1 AS is_second, beside.id AS act",
    "JOIN co_undertaking beside ON beside.aid_case = other.id"
  )

  /// Of a concealed matter its number is not told.
  private static func acts(_ source: SQL, _ act: Act, _ condition: SQL, name: SQL = "''") -> SQL {
    """
    SELECT \(name) AS of_name, other.id AS other, other.matter, CASE WHEN other.matter IN (
        SELECT concealment.matter FROM concealment WHERE concealment.county = other.county) THEN NULL
      ELSE other.number END AS number, \(act.columns) FROM \(source) \(act.join) WHERE \(condition)
    """
  }

  static func coDefenders(
    of cases: [AidCase], _ reader: any Reader
  ) throws -> [CaseID: [Conflicts.OtherSide]] {
    let ids = cases.filter { $0.organCase != nil && $0.isCriminal }.map(\.id)
    guard !ids.isEmpty else { return [:] }
    return try reader.rows(
      """
      SELECT mine.id AS of_case, other.recipient_name AS name, other.id AS other, NULL AS number,
        assignment.person AS undertaker, assignment.unit, 0 AS is_second
      FROM aid_case mine JOIN aid_case other ON other.county = mine.county AND other.organ_case = mine.organ_case
          AND other.recipient <> mine.recipient
        LEFT JOIN assignment ON assignment.aid_case = other.id
      WHERE mine.id IN \(list: ids) ORDER BY mine.id, other.id, assignment.id NULLS LAST
      """
    ).reduce(into: [:]) { found, row in
      found[try row.get("of_case"), default: []].append(
        Conflicts.OtherSide(name: try row.get("name"), acting: try Conflicts.Acting(row)))
    }
  }
}
