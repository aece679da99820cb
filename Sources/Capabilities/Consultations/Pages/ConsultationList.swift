import Kernel
import Registry
import Storage
import Web
import WorkCalendar

/// 咨询列表 · Consultation list: one page of the consultations one may see, with the number of documents drafted in them.
struct ConsultationList: Sendable {
  struct Filter: Sendable {
    static let names = ["state", "channel", "topic", "township", "from", "to", "q"]

    let state: ConsultationState?
    let channel: ServiceChannel?
    let topic: ConsultationTopic?
    let township: String
    let from: String
    let to: String
    /// The number of a consultation, whole. Whom it is about is never asked for in an address.
    let text: String

    init(_ request: WebRequest) {
      state = ConsultationState(rawValue: request.query["state"])
      channel = ServiceChannel(rawValue: request.query["channel"])
      topic = ConsultationTopic(rawValue: request.query["topic"])
      township = request.query["township"]
      from = request.query["from"]
      to = request.query["to"]
      text = request.query["q"].trimmingPrefix(while: \.isWhitespace).description
    }
  }

  let lines: [(it: Consultation, who: Consulter)]
  let total: Int
  let drafts: Int
  let townships: [String]

  static func load(
    _ filter: Filter, _ query: ListQuery, for principal: Principal, _ keys: KeyRing, _ reader: any Reader
  ) throws -> ConsultationList {
    let conditions = conditions(filter, principal).joined(" AND ")
    let found = try ConsultationTable.list(
      conditions, order: query.isDescending ? "c.served_at, c.id" : "c.served_at DESC, c.id DESC",
      limit: query.size, offset: query.offset, reader)
    return ConsultationList(
      lines: try found.all.map { ($0, try $0.consulter(keys, for: principal)) }, total: found.total,
      drafts: try DraftingTable.count(conditions, reader),
      townships: try AgencyTable.townships(principal.county, reader))
  }

  private static func conditions(_ filter: Filter, _ principal: Principal) -> [SQL] {
    var conditions = [principal.scope("c")]
    if let state = filter.state { conditions.append("c.state = \(state)") }
    if let channel = filter.channel { conditions.append("c.channel = \(channel)") }
    if let topic = filter.topic { conditions.append("c.topic = \(topic)") }
    if !filter.township.isEmpty { conditions.append("c.township = \(filter.township)") }
    if let from = Day(filter.from) { conditions.append("c.served_at >= \(Instant(from))") }
    if let to = Day(filter.to) { conditions.append("c.served_at < \(Instant(to.next))") }
    if !filter.text.isEmpty { conditions.append("c.number = \(filter.text)") }
    return conditions
  }
}
