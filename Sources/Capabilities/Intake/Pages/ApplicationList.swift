import Kernel
import Localization
import Registry
import Storage
import Web
import WorkCalendar

/// 申请列表 · Application list: one page of the applications one may see, in one query whatever their number.
struct ApplicationList: Sendable {
  struct Line: Sendable {
    let id: ApplicationID
    let person: PersonID
    let number: String
    let applicant: String
    let cause: String
    let township: String?
    let state: ApplicationState
    /// 转来 · Another office forwarded it here.
    let isForwarded: Bool
    let isPriority: Bool
    let receivedOn: Day
    let dueOn: Day?
    let pausedOn: Day?
    /// 优先审查目标 · By when the office wants it decided.
    let targetOn: Day?
  }

  struct Filter: Sendable {
    let state: ApplicationState?
    let township: String
    /// 在押人员申请 · Only those from custody, or only those of them that came late.
    let custody: CustodyFilter?
    /// Part of a number or of a name.
    let text: String

    init(_ request: WebRequest) {
      state = ApplicationState(rawValue: request.query["state"])
      township = request.query["township"]
      custody = CustodyFilter(rawValue: request.query["custody"])
      text = request.query["q"]
    }
  }

  static let sorts = ["newest", "due"]
  static let filters = ["state", "township", "custody", "q"]

  let lines: [Line]
  let total: Int
  let townships: [String]

  static func load(
    _ filter: Filter, _ query: ListQuery, for principal: Principal, _ reader: any Reader
  ) throws -> ApplicationList {
    let conditions = conditions(filter, principal, reader.dialect).joined(" AND ")
    // A part of a name or number is looked for once: what was found is then the whole condition.
    let found = filter.text.isEmpty ? nil : try find(conditions, query, reader)
    let rows = try reader.rows(
      """
      SELECT a.id, a.applicant, COALESCE(a.number, a.receipt_number) AS number, p.name, p.protection, a.cause,
        a.township, a.state, a.received_on, a.is_priority, d.due_on, d.paused_on,
        t.due_on AS target_on,
        CASE WHEN EXISTS (SELECT 1 FROM forwarding f WHERE f.application = a.id AND f.receiver = a.origin)
          THEN 1 ELSE 0 END AS is_forwarded
      \(people) \(clocks)
      WHERE \(found.map { "a.id IN \(list: query.page(of: $0))" } ?? conditions) ORDER BY \(order(query))
      LIMIT \(query.size) OFFSET \(found == nil ? query.offset : 0)
      """)
    return ApplicationList(
      lines: try rows.map { try Line($0, for: principal) }, total: try found?.count ?? total(conditions, reader),
      townships: try AgencyTable.townships(principal.county, reader))
  }

  private static func find(
    _ conditions: SQL, _ query: ListQuery, _ reader: any Reader
  ) throws -> [ApplicationID] {
    try reader.rows(
      """
      SELECT a.id \(people) \(query.sort == "due" ? clocks : .empty) WHERE \(conditions)
      ORDER BY \(order(query)) LIMIT \(max(query.size, ListQuery.mostCounted) + 1)
      """
    ).map { try $0.get("id") }
  }

  private static let people: SQL = "FROM aid_application a JOIN person p ON p.id = a.applicant"
  private static let clocks: SQL =
    """
    LEFT JOIN deadline d ON d.subject_kind = 'application' AND d.subject_id = a.id AND d.done_on IS NULL
      AND d.rule_key IN \(list: IntakeLimits.decisionKeys)
    \(ReviewTarget.join)
    """

  /// How many there are, as far as anybody wants to know.
  private static func total(_ conditions: SQL, _ reader: any Reader) throws -> Int {
    try reader.value(
      """
      SELECT COUNT(*) FROM (SELECT a.id FROM aid_application a WHERE \(conditions)
        LIMIT \(ListQuery.mostCounted + 1)) counted
      """) ?? 0
  }

  private static func conditions(_ filter: Filter, _ principal: Principal, _ dialect: Dialect) -> [SQL] {
    var conditions = [principal.sight("a")]
    if let state = filter.state { conditions.append("a.state = \(state)") }
    if !filter.township.isEmpty { conditions.append("a.township = \(filter.township)") }
    if let custody = filter.custody { conditions.append(CustodyTable.from(custody)) }
    if !filter.text.isEmpty {
      let terms = SearchTerms.query(from: filter.text)
      if !terms.isEmpty {
        conditions.append(
          """
          a.id IN (SELECT subject_id FROM search_entry WHERE search_entry.county = \(principal.county)
            AND search_entry.kind = 'application' AND \(dialect.matches("search_entry", terms)))
          """)
      }
      // REPLACE finds a part of a text alike on both engines, with no pattern to escape.
      conditions.append(
        """
        (REPLACE(p.name, \(filter.text), '') <> p.name AND \(Protection.namesMaySearch("p.protection", principal))
          OR REPLACE(a.receipt_number, \(filter.text), '') <> a.receipt_number
          OR REPLACE(a.number, \(filter.text), '') <> a.number)
        """)
    }
    return conditions
  }

  /// 岗位分离 · What somebody has reviewed himself, now or before it was sent back.
  static func reviewed(by principal: Principal) -> SQL {
    """
    (a.reviewer = \(principal.user) OR EXISTS (SELECT 1 FROM step_note n WHERE n.application = a.id
      AND n.kind = \(StepNote.Kind.review) AND n.author = \(principal.user)))
    """
  }

  private static func order(_ query: ListQuery) -> SQL {
    switch (query.sort, query.isDescending) {
    case ("due", false): ReviewTarget.order
    case ("due", true): "d.due_on DESC NULLS LAST, a.id"
    case (_, false): "a.received_on DESC, a.is_priority DESC, a.id DESC"
    case (_, true): "a.received_on ASC, a.is_priority DESC, a.id"
    }
  }
}

extension ApplicationList.Line {
  fileprivate init(_ row: Row, for principal: Principal) throws {
    id = try row.get("id")
    person = try row.get("applicant")
    number = try row.get("number")
    applicant = try Protection(row).name(row.get("name"), to: principal)
    cause = try row.get("cause")
    township = try row.get("township")
    state = try row.get("state")
    isForwarded = try row.get("is_forwarded")
    isPriority = try row.get("is_priority")
    targetOn = try row.get("target_on")
    receivedOn = try row.get("received_on")
    dueOn = try row.get("due_on")
    pausedOn = try row.get("paused_on")
  }
}
