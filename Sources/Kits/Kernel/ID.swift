package import Storage

/// 标识 · ID: a typed UUIDv7, so that a case's id can never be passed where a person's is wanted.
package struct ID<Of>: Hashable, Sendable, Comparable, CustomStringConvertible, Codable {
  package let uuid: UUIDv7

  package init(_ uuid: UUIDv7) { self.uuid = uuid }
  package init() { self.uuid = UUIDv7() }

  /// Reads the form used in addresses and exports; nil for anything else.
  package init?(_ text: String) {
    guard let uuid = UUIDv7(text) else { return nil }
    self.uuid = uuid
  }

  package init(from decoder: any Decoder) throws { uuid = try UUIDv7(from: decoder) }
  package func encode(to encoder: any Encoder) throws { try uuid.encode(to: encoder) }

  package var description: String { uuid.description }
  package static func < (a: Self, b: Self) -> Bool { a.uuid < b.uuid }
}

extension ID: SQLConvertible {
  package var sqlValue: SQLValue { .uuid(uuid) }
  package static func fromSQL(_ value: SQLValue) throws -> ID { ID(try UUIDv7.fromSQL(value)) }
}

/// 骨干记录 · Spine: the records everything hangs on; only their kinds, so that every capability can name an id.
package enum Spine {
  package enum County {}
  package enum Agency {}
  package enum User {}
  package enum Person {}
  package enum LegalAidPerson {}
  package enum Matter {}
  package enum Party {}
  package enum Consultation {}
  package enum Application {}
  package enum Case {}
  package enum Hearing {}
  package enum Attachment {}
  package enum Paper {}
  package enum Deadline {}
  package enum Job {}
}

package typealias CountyID = ID<Spine.County>
package typealias AgencyID = ID<Spine.Agency>
package typealias UserID = ID<Spine.User>
package typealias PersonID = ID<Spine.Person>
package typealias LegalAidPersonID = ID<Spine.LegalAidPerson>
package typealias MatterID = ID<Spine.Matter>
package typealias PartyID = ID<Spine.Party>
package typealias ConsultationID = ID<Spine.Consultation>
package typealias ApplicationID = ID<Spine.Application>
package typealias CaseID = ID<Spine.Case>
package typealias HearingID = ID<Spine.Hearing>
package typealias AttachmentID = ID<Spine.Attachment>
package typealias PaperID = ID<Spine.Paper>
package typealias DeadlineID = ID<Spine.Deadline>
package typealias JobID = ID<Spine.Job>
