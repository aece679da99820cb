package import Kernel
package import Papers
package import Storage
package import WorkCalendar

/// 申请材料 · Material: one paper handed in with an application, under its code of the checklist.
package struct Material: Sendable {
  package let code: String
  package let name: String
  package let quantity: Int
  package let attachment: AttachmentID?
  package let receivedOn: Day

  init(_ row: Row) throws {
    code = try row.get("code")
    name = try row.get("name")
    quantity = try row.get("quantity")
    attachment = try row.get("attachment")
    receivedOn = try row.get("received_on")
  }
}

/// 交来的材料 · A material as it is handed in: its code of the checklist, its name there, and the scan.
package struct MaterialHandedIn: Sendable, Hashable {
  package let code: String
  package let name: String
  package let file: StoredUpload?

  package init(code: String, name: String, file: StoredUpload? = nil) {
    self.code = code
    self.name = name
    self.file = file
  }
}

package enum MaterialTable {
  package static func of(_ application: ApplicationID, _ reader: any Reader) throws -> [Material] {
    try reader.rows(
      """
      SELECT code, name, quantity, attachment, received_on FROM material WHERE application = \(application)
      ORDER BY received_on, id
      """
    ).map(Material.init)
  }

  /// 已交材料 · The codes of what was handed in with several applications.
  package static func codes(of applications: [ApplicationID], _ reader: any Reader) throws -> [ApplicationID: Set<
    String
  >] {
    try reader.rows("SELECT application, code FROM material WHERE application IN \(list: applications)")
      .reduce(into: [:]) { codes, row in
        codes[try row.get("application"), default: []].insert(try row.get("code"))
      }
  }

  static func insert(
    _ materials: [MaterialHandedIn], of application: ApplicationID, in context: ActionContext
  ) throws {
    for material in materials {
      let attachment = try material.file.map {
        try context.attach($0, kind: material.code, about: .application(application))
      }
      try context.tx.run(
        """
        INSERT INTO material (id, county, application, code, name, quantity, attachment, received_on, last_event)
        VALUES (\(UUIDv7()), \(context.county), \(application), \(material.code), \(material.name), 1, \(attachment),
          \(context.today), \(context.eventNumber))
        """)
    }
  }
}
