import Cases
import Intake
import Kernel
import Localization
import Papers
import Registry
import Storage
import WorkCalendar

/// 月度对账 · Monthly reconciliation: the notices received from an organ in a month, how late each came and when the organ was
/// told whom the person has, against those it says it sent. What either side lacks stands in it.
struct Reconciliation: Sendable {
  /// 收到的通知 · A notice or a new notice as it was received here.
  struct Received: Sendable {
    let aidCase: CaseID
    let number: String
    let organ: String
    let organCase: String
    let recipient: String
    let name: String
    let stage: Stage
    let receivedAt: Instant
    /// By how many days it came late, the worse of its times.
    let daysLate: Int?
    /// When the letter told the organ whom the person has.
    let toldOn: Day?
    /// By how many days this office was late with that, until today where it is still to be done.
    let ownDaysLate: Int?
    /// False for a concealed matter: it is counted and not shown.
    let isSeen: Bool
    let isRenewal: Bool
  }

  /// 对账结果 · What the comparison says of one line.
  enum Finding: Sendable, Hashable {
    /// Only a number was told, or nothing.
    case notCompared
    case agreed
    /// Received here, and not in the organ's list; in the list of the month before.
    case onlyReceived, sentBefore
    /// In the organ's list, and not received here; received in another month.
    case onlySent
    case receivedOn(Day)

    var name: Text {
      switch self {
      case .notCompared: Text("没有清单", "No list")
      case .agreed: Text("一致", "Agreed")
      case .onlyReceived: Text("清单中没有", "Not in the list")
      case .sentBefore: Text("上月清单中有", "In last month’s list")
      case .onlySent: Text("没有收到", "Not received")
      case .receivedOn(let day): Text("\(Format.day(day, .zh))收到", "Received \(Format.day(day, .en))")
      }
    }

    /// Something for the two offices to clear up.
    var isOpen: Bool { self == .onlyReceived || self == .onlySent }
  }

  struct Line: Sendable {
    let received: Received?
    let sent: SentNotices.Line?
    let finding: Finding
  }

  let organ: String
  let received: [Received]
  let sent: SentNotices?
  let lines: [Line]

  /// `others`: what was received in other months under the numbers of the list.
  init(
    _ organ: String, received: [Received], sent: SentNotices?, before: SentNotices?, others: [Received]
  ) {
    self.organ = organ
    self.received = received
    self.sent = sent
    var told = sent?.lines ?? []
    let earlier = Set((before?.lines ?? []).map(\.key))
    var lines = received.map { one -> Line in
      guard sent?.lines != nil else { return Line(received: one, sent: nil, finding: .notCompared) }
      if let index = told.firstIndex(where: { $0.key == one.key }) {
        return Line(received: one, sent: told.remove(at: index), finding: .agreed)
      }
      return Line(received: one, sent: nil, finding: earlier.contains(one.key) ? .sentBefore : .onlyReceived)
    }
    lines += told.map { line in
      let found = others.first { $0.key == line.key }
      return Line(received: nil, sent: line, finding: found.map { .receivedOn($0.receivedAt.day) } ?? .onlySent)
    }
    self.lines = lines
  }

  var late: Int { received.count { $0.daysLate != nil } }
  var ownLate: Int { received.count { $0.ownDaysLate != nil } }
  var open: Int { lines.count { $0.finding.isOpen } }
}

/// What two offices know a notice by; brackets and blanks are typed in many ways.
struct NoticeKey: Hashable {
  private let words: [String]

  init(_ organCase: String, _ stage: Stage, _ name: String) {
    words = [organCase.plainNumber, stage.rawValue, name.filter { !$0.isWhitespace }]
  }
}

extension Reconciliation.Received {
  var key: NoticeKey { NoticeKey(organCase, stage, name) }
}

extension SentNotices.Line {
  var key: NoticeKey { NoticeKey(organCase, stage, name) }
}

extension String {
  /// A number without its blanks, all brackets alike.
  fileprivate var plainNumber: String {
    String(
      compactMap { one -> Character? in
        switch one {
        case "（", "〔", "[", "［", "【": "("
        case "）", "〕", "]", "］", "】": ")"
        default: one.isWhitespace ? nil : one
        }
      })
  }
}
