package import Kernel
import Registry
package import Storage
package import WorkCalendar

package enum CooperationRecord {}
package typealias CooperationID = ID<CooperationRecord>

/// 异地协作 · Cooperation: what this centre asks of another, or another of this one (程序规定 2012, 28).
package struct Cooperation: Sendable {
  package let id: CooperationID
  package let owner: AgencyID
  /// The case that needs it; none in what comes in.
  package let aidCase: CaseID?
  package let isIncoming: Bool
  package let state: CooperationState
  /// 对方机构 · The other centre.
  package let other: String
  package let item: CooperationItem
  package let cause: String
  package let content: String
  package let theirNumber: String?
  package let begunOn: Day
  package let wantedBy: Day?
  package let recorder: String
  package let handler: String?
  package let number: String?
  package let answer: String?
  package let answeredOn: Day?
  package let version: Int

  init(_ row: Row) throws {
    id = try row.get("id")
    owner = try row.get("owner")
    aidCase = try row.get("aid_case")
    isIncoming = try row.get("is_incoming")
    state = try row.get("state")
    other = try row.get("other")
    item = try row.get("item")
    cause = try row.get("cause")
    content = try row.get("content")
    theirNumber = try row.get("their_number")
    begunOn = try row.get("begun_on")
    wantedBy = try row.get("wanted_by")
    recorder = try row.get("recorder")
    handler = try row.get("handler")
    number = try row.get("number")
    answer = try row.get("answer")
    answeredOn = try row.get("answered_on")
    version = try row.get("version")
  }
}

extension CooperationItem: SQLConvertible {}

/// 协作内容 · What is asked for, as the letter says it.
package struct CooperationTold: Sendable {
  package var other: String
  package var item: CooperationItem
  package var cause: String
  package var content: String
  package var theirNumber: String?
  package var begunOn: Day
  package var wantedBy: Day?

  package init(
    other: String, item: CooperationItem, cause: String, content: String, theirNumber: String? = nil, begunOn: Day,
    wantedBy: Day? = nil
  ) {
    self.other = other
    self.item = item
    self.cause = cause
    self.content = content
    self.theirNumber = theirNumber
    self.begunOn = begunOn
    self.wantedBy = wantedBy
  }
}

/// 协作表 · Every statement that reads and changes cooperation. What belongs to a case is seen with it, too.
package enum CooperationTable {
  static func seen(by principal: Principal) -> SQL {
    """
    c.county = \(principal.county) AND c.owner IN \(list: principal.agencies)
      AND (c.aid_case IS NULL OR EXISTS (SELECT 1 FROM aid_case WHERE aid_case.id = c.aid_case
        AND \(principal.sight("aid_case"))))
    """
  }

  package static func one(
    _ id: CooperationID, for principal: Principal, _ reader: any Reader
  ) throws -> Cooperation {
    guard let row = try reader.row("SELECT c.* FROM cooperation c WHERE c.id = \(id) AND \(seen(by: principal))")
    else { throw Refusal.notFound }
    return try Cooperation(row)
  }

  /// Those of a case, oldest first; whoever sees the case sees them.
  package static func of(_ aidCase: CaseID, _ reader: any Reader) throws -> [Cooperation] {
    try reader.rows("SELECT * FROM cooperation WHERE aid_case = \(aidCase) ORDER BY begun_on, id").map(
      Cooperation.init)
  }

  static func insert(
    _ told: CooperationTold, of aidCase: CaseID?, owner: AgencyID, _ state: CooperationState,
    in context: ActionContext
  ) throws -> CooperationID {
    let id = CooperationID()
    try context.tx.run(
      """
      INSERT INTO cooperation (id, county, owner, aid_case, is_incoming, state, other, item, cause, content,
        their_number, begun_on, wanted_by, recorder, version, last_event)
      VALUES (\(id), \(context.county), \(owner), \(aidCase), \(aidCase == nil), \(state), \(told.other), \(told.item),
        \(told.cause), \(told.content), \(told.theirNumber), \(told.begunOn), \(told.wantedBy),
        \(context.principal.name), 1, \(context.eventNumber))
      """)
    return id
  }

  static func update(_ id: CooperationID, set changes: SQL, in context: ActionContext) throws {
    try context.tx.run(
      """
      UPDATE cooperation SET \(changes), version = version + 1, last_event = \(context.eventNumber)
      WHERE id = \(id) AND county = \(context.county)
      """)
  }
}

extension ActionContext {
  /// The cooperation that a step is taken on, as it was shown, and where the step leads.
  func cooperation(_ id: CooperationID, _ step: CooperationStep) throws -> (Cooperation, CooperationState) {
    let found = try CooperationTable.one(id, for: principal, tx)
    try requireVersion(found.version)
    return (found, try CooperationLifecycle.table.next(step, from: found.state, by: principal))
  }
}
