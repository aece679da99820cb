package import Kernel
package import Storage
package import WorkCalendar

package enum DocumentRecord {}
package typealias DocumentID = ID<DocumentRecord>

/// 政府文件 · Government document: what a government or its office asks this county to carry out, and its tasks.
package struct GovernmentDocument: Sendable {
  package let id: DocumentID
  package let told: DocumentTold
  package let recorder: String
  package let version: Int

  init(_ row: Row) throws {
    id = try row.get("id")
    told = DocumentTold(
      number: try row.get("number"), title: try row.get("title"), issuer: try row.get("issuer"),
      issuedOn: try row.get("issued_on"), receivedOn: try row.get("received_on"),
      inForceOn: try row.get("in_force_on"), about: try row.get("about"))
    recorder = try row.get("recorder")
    version = try row.get("version")
  }

  /// Whether the words of another document, such as a local rule pack's, name this one by its number or its title.
  package func isNamed(in words: String) -> Bool {
    words.contains(told.number) || words.contains(told.title.trimmingCharacters(of: "《》"))
  }
}

/// 文件信息 · What is recorded of a document.
package struct DocumentTold: Sendable, Hashable {
  package var number: String
  package var title: String
  package var issuer: String
  package var issuedOn: Day
  package var receivedOn: Day
  /// 施行日期 · First day in force, where the document names one.
  package var inForceOn: Day?
  package var about: String?

  /// The number is kept as documents write it, `〔2016〕` and without spaces, so that it is found however it was typed.
  package init(
    number: String, title: String, issuer: String, issuedOn: Day, receivedOn: Day, inForceOn: Day? = nil,
    about: String? = nil
  ) {
    self.number = String(number.filter { !$0.isWhitespace }.map { Self.brackets[$0] ?? $0 })
    self.title = title
    self.issuer = issuer
    self.issuedOn = issuedOn
    self.receivedOn = receivedOn
    self.inForceOn = inForceOn
    self.about = about
  }

  private static let brackets: [Character: Character] = [
    "[": "〔", "]": "〕", "［": "〔", "］": "〕", "【": "〔", "】": "〕", "(": "〔", ")": "〕", "（": "〔", "）": "〕",
  ]
}

extension String {
  fileprivate func trimmingCharacters(of unwanted: String) -> String {
    String(drop { unwanted.contains($0) }.reversed().drop { unwanted.contains($0) }.reversed())
  }
}

/// 政府文件表 · Every statement that reads and changes government documents.
package enum DocumentTable {
  /// Bureau and centre see all of the county's; the others those in which they have a task.
  static func seen(by principal: Principal) -> SQL {
    """
    d.county = \(principal.county) AND (\(principal.seesEveryTask) OR EXISTS (SELECT 1 FROM implementation_task t
      WHERE t.document = d.id AND \(TaskTable.seen(by: principal))))
    """
  }

  package static func one(
    _ id: DocumentID, for principal: Principal, _ reader: any Reader
  ) throws -> GovernmentDocument {
    guard
      let row = try reader.row(
        "SELECT d.* FROM government_document d WHERE d.id = \(id) AND \(seen(by: principal))")
    else { throw Refusal.notFound }
    return try GovernmentDocument(row)
  }

  static func withNumber(_ number: String, in county: CountyID, _ reader: any Reader) throws -> DocumentID? {
    try reader.value("SELECT id FROM government_document WHERE county = \(county) AND number = \(number)")
  }

  static func insert(_ told: DocumentTold, in context: ActionContext) throws -> DocumentID {
    let id = DocumentID()
    try context.tx.run(
      """
      INSERT INTO government_document (id, county, number, title, issuer, issued_on, received_on, in_force_on, about,
        recorder, version, last_event)
      VALUES (\(id), \(context.county), \(told.number), \(told.title), \(told.issuer), \(told.issuedOn),
        \(told.receivedOn), \(told.inForceOn), \(told.about), \(context.principal.name), 1, \(context.eventNumber))
      """)
    return id
  }

  static func update(_ id: DocumentID, _ told: DocumentTold, in context: ActionContext) throws {
    try context.tx.run(
      """
      UPDATE government_document SET number = \(told.number), title = \(told.title), issuer = \(told.issuer),
        issued_on = \(told.issuedOn), received_on = \(told.receivedOn), in_force_on = \(told.inForceOn),
        about = \(told.about), version = version + 1, last_event = \(context.eventNumber)
      WHERE id = \(id) AND county = \(context.county)
      """)
  }
}
