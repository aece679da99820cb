package import Kernel
package import Registry
package import Storage
package import WorkCalendar

/// 转交 · Forwarding: a misdirected application handed on, with its whole file, from the office that took it in to another of
/// the same county. This row and the note for the applicant are what the first office keeps of it.
package struct Forwarding: Sendable, Hashable {
  package let sender: AgencyID
  package let senderName: String
  package let receiver: AgencyID
  package let receiverName: String
  /// 转交告知单 · The applicant's note, which says where the application went.
  package let note: PaperID
  package let forwardedOn: Day
  package let forwardedBy: String

  fileprivate init(_ row: Row) throws {
    sender = try row.get("sender")
    senderName = try row.get("sender_name")
    receiver = try row.get("receiver")
    receiverName = try row.get("receiver_name")
    note = try row.get("note")
    forwardedOn = try row.get("forwarded_on")
    forwardedBy = try row.get("forwarded_by")
  }
}

package enum ForwardingTable {
  /// The way an application went, the first forwarding first.
  package static func of(_ application: ApplicationID, _ reader: any Reader) throws -> [Forwarding] {
    try reader.rows(
      """
      SELECT f.*, s.name AS sender_name, r.name AS receiver_name FROM forwarding f
      JOIN agency s ON s.id = f.sender JOIN agency r ON r.id = f.receiver
      WHERE f.application = \(application) ORDER BY f.last_event, f.id
      """
    ).map(Forwarding.init)
  }

  /// 可以接收的机构 · Who may take in an application: the stations and centres at work, without the one where it is now.
  package static func receivers(of application: Application, _ reader: any Reader) throws -> [Agency] {
    try AgencyTable.all(application.county, reader).filter { mayReceive($0) && $0.id != application.origin }
  }

  static func mayReceive(_ agency: Agency) -> Bool {
    agency.isActive && [.centre, .station].contains(agency.kind)
  }

  /// Who decides what an agency has taken in: a centre itself, of a station the centre above it.
  static func owner(of receiver: Agency, before application: Application, _ reader: any Reader) throws -> AgencyID {
    if receiver.kind == .centre { return receiver.id }
    guard let above = receiver.parent else { return application.owner }
    let parent = try AgencyTable.of(above, in: application.county, reader)
    return parent.kind == .centre ? parent.id : application.owner
  }

  static func insert(
    _ application: Application, to receiver: AgencyID, note: PaperID, in context: ActionContext
  ) throws {
    try context.tx.run(
      """
      INSERT INTO forwarding (id, county, application, sender, receiver, note, forwarded_on, forwarded_by, last_event)
      VALUES (\(UUIDv7()), \(context.county), \(application.id), \(application.origin), \(receiver), \(note),
        \(context.today), \(context.principal.name), \(context.eventNumber))
      """)
  }
}

extension IntakeMigration {
  /// 转交的表 · Table of forwardings; an application may be forwarded more than once.
  static let forwarding = Migration(id: "intake.forwarding") { d in
    [
      """
      CREATE TABLE forwarding (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county,
        \(d.id("application")) REFERENCES aid_application, \(d.id("sender")) REFERENCES agency,
        \(d.id("receiver")) REFERENCES agency, \(d.id("note")) REFERENCES paper, forwarded_on \(d.text) NOT NULL,
        forwarded_by \(d.text) NOT NULL, last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX forwarding_of_application ON forwarding (application, last_event, id)",
      "CREATE INDEX forwarding_by_sender ON forwarding (county, sender, forwarded_on, id)",
      "CREATE INDEX forwarding_by_receiver ON forwarding (county, receiver, forwarded_on, id)",
      "CREATE INDEX forwarding_by_note ON forwarding (note)",
    ]
  }
}
