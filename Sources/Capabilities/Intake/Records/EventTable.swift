package import Kernel
package import Storage

/// 流程记录（数据） · The events of one record, newest first.
package enum EventTable {
  package static func of(_ subject: Subject, in county: CountyID, _ reader: any Reader) throws -> [Event] {
    try reader.rows(
      """
      SELECT \(Event.columns) FROM event WHERE county = \(county) AND subject_kind = \(subject.kind)
        AND subject_id = \(subject.id) ORDER BY number DESC
      """
    ).map(Event.init)
  }

  /// Who did this to the record last.
  package static func lastActor(
    of kind: String, on subject: Subject, in county: CountyID, _ reader: any Reader
  ) throws -> String? {
    try reader.value(
      """
      SELECT actor_name FROM event WHERE county = \(county) AND subject_kind = \(subject.kind)
        AND subject_id = \(subject.id) AND kind = \(kind) ORDER BY number DESC LIMIT 1
      """)
  }
}
