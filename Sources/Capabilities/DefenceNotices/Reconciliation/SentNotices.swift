import Cases
import Foundation
import Intake
import Kernel
import Localization
import Registry
import Storage
import WorkCalendar

enum SentNoticesRecord {}
typealias SentNoticesID = ID<SentNoticesRecord>

/// 办案机关发出数 · Sent notices: how many notices an organ says it sent in a month, with its list where it gave one. What is
/// told again is kept beside it, and the newest counts.
struct SentNotices: Sendable {
  /// A line of the organ's list; the name is sealed in its row.
  struct Line: Sendable, Hashable, Codable {
    let line: Int
    let organCase: String
    let stage: Stage
    let name: String
  }

  let id: SentNoticesID
  let organ: String
  let count: Int
  let recorder: String
  let recordedOn: Day
  /// Nil where only a number was told.
  let lines: [Line]?
}

enum SentNoticesTable {
  /// The newest of each organ for a month, given by its first day.
  static func of(
    _ month: Day, in county: CountyID, _ keys: KeyRing, _ reader: any Reader
  ) throws -> [String: SentNotices] {
    var newest: [String: SentNotices] = [:]
    for row in try reader.rows(
      """
      SELECT id, organ, sent_count, is_listed, recorder, recorded_on FROM notice_sent
      WHERE county = \(county) AND month = \(month) ORDER BY id
      """)
    {
      let (id, organ): (SentNoticesID, String) = (try row.get("id"), try row.get("organ"))
      newest[organ] = SentNotices(
        id: id, organ: organ, count: try row.get("sent_count"), recorder: try row.get("recorder"),
        recordedOn: try row.get("recorded_on"),
        lines: try row.get("is_listed") ? try lines(of: id, keys, reader) : nil)
    }
    return newest
  }

  private static func lines(
    of sent: SentNoticesID, _ keys: KeyRing, _ reader: any Reader
  ) throws -> [SentNotices.Line] {
    try reader.rows("SELECT id, line_sealed FROM notice_sent_line WHERE sent = \(sent) ORDER BY number, id").map {
      let text = try keys.open(try $0.get("line_sealed"), as: place(try $0.get("id")))
      return try JSONDecoder().decode(SentNotices.Line.self, from: Data(text.utf8))
    }
  }

  static func insert(
    _ organ: String, _ month: Day, count: Int, _ lines: [SentNotices.Line]?, in context: ActionContext
  ) throws {
    let id = SentNoticesID()
    try context.tx.run(
      """
      INSERT INTO notice_sent (id, county, organ, month, sent_count, is_listed, recorder, recorded_on, last_event)
      VALUES (\(id), \(context.county), \(organ), \(month), \(count), \(lines != nil), \(context.principal.name),
        \(context.today), \(context.eventNumber))
      """)
    for line in lines ?? [] {
      let own = UUIDv7()
      try context.tx.run(
        """
        INSERT INTO notice_sent_line (id, county, sent, number, line_sealed, last_event)
        VALUES (\(own), \(context.county), \(id), \(line.line),
          \(context.keys.seal(CanonicalJSON.encode(line), as: place(own))), \(context.eventNumber))
        """)
    }
  }

  private static func place(_ id: UUIDv7) -> FieldPlace { FieldPlace("notice_sent_line", "line_sealed", id) }
}

/// 登记发出数 · Records how many notices an organ says it sent in a month, with its list or without. Refuses a month that is
/// still to come.
struct RecordSentNotices: Action {
  static let permission = Permission.registerNotices
  let organ: String
  /// Its first day.
  let month: Day
  let count: Int
  let lines: [SentNotices.Line]?

  func perform(in context: ActionContext) throws -> Done {
    guard month <= context.today else {
      throw Refusal(
        "reconciliation.month", Text("不能登记还没有到的月份，请改选月份。", "That month is still to come: choose another."),
        field: "month")
    }
    try SentNoticesTable.insert(organ, month, count: count, lines, in: context)
    context.record(
      "notices.sentTold", .county(context.county),
      facts: [
        "organ": .text(organ), "month": .day(month), "sent": .number(Int64(count)), "listed": .flag(lines != nil),
      ])
    return Done()
  }
}
