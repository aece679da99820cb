package import Kernel
package import Localization
package import Storage
package import WorkCalendar

/// 检索结果 · Search hit: one record that was found; whom it is about is shown masked.
package struct SearchHit: Sendable {
  package let subject: Subject
  package let number: String
  package let maskedName: String
  package let about: String
  package let person: PersonID?
  package let state: Text
  package let recordedOn: Day

  package init(_ row: Row) throws {
    subject = Subject(try row.get("kind"), try row.get("subject_id"))
    number = try row.get("record_number")
    maskedName = Format.mask(name: try row.get("name"))
    about = try row.get("about")
    person = try row.get("person")
    state = Text(try row.get("state_zh"), try row.get("state_en"))
    recordedOn = try row.get("recorded_on")
  }

  package static let columns: SQL =
    """
    search_entry.kind, search_entry.subject_id, search_entry.record_number, search_entry.name, search_entry.about,
    search_entry.person, search_entry.state_zh, search_entry.state_en, search_entry.recorded_on
    """
}

/// 检索 · Search: asks the index. A hit is confirmed against the stored text, so both engines answer with the same rows;
/// a protected name (AT-X.3) finds nothing for whoever may not see it, and a concealed matter is not there.
package enum SearchTable {
  /// At most so many candidates are looked at, the newest first; who finds more says more. The first few mostly do.
  private static let candidates = 2_000
  /// Words that stand in so many records are common.
  package static let common = 4_000

  /// What was found, newest first; `isCut`: there is more than is shown.
  package struct Found: Sendable {
    package var hits: [SearchHit] = []
    package var isCut = false

    package init(hits: [SearchHit] = [], isCut: Bool = false) {
      self.hits = hits
      self.isCut = isCut
    }
  }

  package static func find(
    _ text: String, kinds: [String], for principal: Principal, limit: Int = 50, common: Int = Self.common,
    _ reader: any Reader
  ) throws -> Found {
    let numbered = try numbered(text, kinds, principal, limit, reader)
    if !numbered.hits.isEmpty { return numbered }
    let query = SearchTerms.query(from: text)
    let known =
      try reader.dialect.matchCount("search_entry", query, most: common)
      .map { try reader.value($0, as: Int.self) ?? 0 } ?? 0
    let source = reader.dialect.searched(
      "search_entry", common: known < common ? nil : SearchIndex.newest(for: principal))
    let matching =
      known < common ? reader.dialect.matches("search_entry", query) : reader.dialect.holds("search_entry", query)
    func found(among most: Int) throws -> Found? {
      let rows = try reader.rows(
        """
        SELECT \(SearchHit.columns), search_entry.text, search_entry.open_text,
          COALESCE(person.protection, '') || ';' || search_entry.protection || ';'
            || \(Protection.known(by: "search_entry")) AS protection
        FROM \(source) LEFT JOIN person ON person.id = search_entry.person
        WHERE \(principal.sight("search_entry", id: "subject_id")) AND search_entry.kind IN \(list: kinds)
          AND \(matching)
        ORDER BY search_entry.recorded_on DESC, search_entry.subject_id DESC LIMIT \(most)
        """)
      var hits: [SearchHit] = []
      for row in rows where hits.count <= limit {
        let column = try Protection(row).shows(.name, to: principal) ? "text" : "open_text"
        if SearchTerms.confirms(text, in: try row.get(column)) { hits.append(try SearchHit(row)) }
      }
      let isCut = hits.count > limit || rows.count == candidates
      if rows.count == most, !isCut { return nil }
      return Found(hits: Array(hits.prefix(limit)), isCut: isCut)
    }
    return try found(among: min(limit + 10, candidates)) ?? found(among: candidates) ?? Found()
  }

  /// 完整编号 · A record's own number typed whole leads to it and to nothing else.
  private static func numbered(
    _ text: String, _ kinds: [String], _ principal: Principal, _ limit: Int, _ reader: any Reader
  ) throws -> Found {
    let number = text.filter { !$0.isWhitespace }
    guard number.contains(where: \.isNumber) else { return Found() }
    return try entries(
      """
      SELECT e.number FROM search_entry e WHERE e.county = \(principal.county) AND e.record_number = \(number)
      """, kinds, principal, limit, reader)
  }

  /// Everything of one person, known by the identity number typed whole or chosen from what was found.
  package static func records(
    of whose: Whose, kinds: [String], for principal: Principal, limit: Int = 50, _ reader: any Reader
  ) throws -> Found {
    try entries(whose.numbers(in: principal.county), kinds, principal, limit, reader)
  }

  private static func entries(
    _ numbers: SQL, _ kinds: [String], _ principal: Principal, _ limit: Int, _ reader: any Reader
  ) throws -> Found {
    let hits = try reader.rows(
      """
      SELECT \(SearchHit.columns) FROM \(reader.dialect.searched("search_entry", common: nil))
      WHERE \(principal.sight("search_entry", id: "subject_id")) AND search_entry.kind IN \(list: kinds)
        AND search_entry.number IN (\(numbers))
      ORDER BY search_entry.recorded_on DESC, search_entry.subject_id DESC LIMIT \(limit + 1)
      """
    ).map(SearchHit.init)
    return Found(hits: Array(hits.prefix(limit)), isCut: hits.count > limit)
  }
}
