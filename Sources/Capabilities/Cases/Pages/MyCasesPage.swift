import Intake
import Kernel
import Localization
import Markup
import Papers
import Storage
import Web
import WorkCalendar

/// 我的案件 · My cases: for a lawyer on a phone, each case with what is next, its deadline and law, the next hearing, what
/// the dossier still lacks, and one tap to record something.
struct MyCasesPage: Sendable {
  static let title = Text("我的案件", "My cases")

  struct Entry: Sendable {
    let aidCase: AidCase
    let clock: Clock?
    let hearing: Hearing?
    let missing: [DossierItem]
    /// Papers on which somebody has still to sign, on paper or on the screen.
    let unsigned: [PaperRecord]
  }

  /// Those of one page, of all there are.
  let entries: [Entry]
  let total: Int
  let today: Day
  let query: ListQuery

  /// Five queries, whatever the number of cases.
  static func load(
    _ principal: Principal, _ query: ListQuery, on today: Day, _ reader: any Reader
  ) throws -> MyCasesPage {
    guard let undertaker = principal.undertaker else {
      return MyCasesPage(entries: [], total: 0, today: today, query: query)
    }
    let states: [CaseState] = [.assignedToPerson, .engaged, .inProgress, .closed, .dossierReturned, .terminated]
    let own = CaseTable.undertaken(by: undertaker) + " AND (aid_case.closed_on IS NULL OR \(CaseTable.owesDossier))"
    let waiting = try CaseTable.waiting(
      states, and: own, for: principal, rows: query.size, after: query.offset, reader)
    let ids = waiting.map { $0.aidCase.id }
    let hearings = try ids.isEmpty ? [:] : HearingTable.of(ids, reader)
    let subjects = waiting.map { $0.aidCase.subject }
    let files = try subjects.isEmpty ? [] : AttachmentTable.of(subjects, reader)
    let papers = try subjects.isEmpty ? [] : PaperTable.of(subjects, reader).filter { $0.state != .revoked }
    return try MyCasesPage(
      entries: waiting.map { found, clock in
        let heard = hearings[found.id] ?? []
        let given = files.filter { $0.subject == found.subject }.map(\.kind)
        let made = papers.filter { $0.subject == found.subject }
        let facts = DossierChecklist.Facts(
          isHeard: heard.contains(where: \.isHeld), isExempt: false, closedBy: found.basisOfDossier ?? .judgment)
        return Entry(
          aidCase: found, clock: clock, hearing: heard.first { !$0.isHeld && $0.heldOn >= today },
          missing: DossierChecklist.missingOfUndertaker(
            found, facts, given: DossierItem.codes(of: made, in: found.checklist).union(given)),
          unsigned: made.filter { $0.isOpenToSigning(CasesForms.all) })
      }, total: CaseTable.countWaiting(states, and: own, for: principal, reader), today: today, query: query)
  }

  /// On the page a card each; in the workbook a row each.
  func listPage(_ request: WebRequest) -> ListPage {
    let language = request.language
    return ListPage(table(language)) { frame in
      shell(frame, title: Self.title[language]) { body(listActions(request), in: language) }
    }
  }

  private func table(_ language: Language) -> DataTable {
    DataTable(
      Self.title,
      columns: [
        Column(Text("案件编号", "Number")), Column(Text("受援人", "Recipient")), Column(Text("案由", "Cause")),
        Column(Text("状态", "State")), Column(Text("下一步", "Next step")), Column(Text("期限", "Deadline")),
        Column(Text("下次开庭", "Next hearing")), Column(Text("卷宗还缺", "The dossier lacks")),
      ],
      rows: entries.map { entry in
        let found = entry.aidCase
        return TableRow([
          .text(found.number), .text(found.recipientName), .text(found.cause), .text(found.state.name[language]),
          .text(found.nextStep.0[language]), .text(entry.clock?.dueOn.map { Format.day($0, language) } ?? "—"),
          .text(hearing(entry, language) ?? "—"), .text(lacking(entry, language) ?? "—"),
        ])
      }, empty: Self.empty)
  }

  private static let empty = Text(
    "现在没有您承办的案件。指派给您的案件会出现在这里。", "You have no case now. Those assigned to you appear here.")

  private func body(_ actions: [HTML], in language: Language) -> HTML {
    let lead = Text(
      "在办\(total)件，按期限排列。", total == 1 ? "1 case." : "\(total) cases, by their deadlines.")
    return .fragment {
      pageHead(Self.title[language], lead: .text(lead[language]), actions: actions)
      if entries.isEmpty { sheet(in: language) { p(.class("empty")) { Self.empty[language] } } }
      for entry in entries { card(entry, language) }
      pages(query, of: total, in: language)
    }
  }

  private func card(_ entry: Entry, _ language: Language) -> HTML {
    let found = entry.aidCase
    return sheet(.same("\(found.recipientName) · \(found.cause)"), in: language) {
      p(.class("soft")) {
        a(.class("num"), .href(CasePaths.page.path(found.id))) { found.number }
        " "
        tag(found.state.name[language])
      }
      facts(lines(entry, language), in: language)
      if !entry.unsigned.isEmpty {
        ul {
          for paper in entry.unsigned {
            li {
              a(.href(paper.signingPath)) {
                Text(
                  "签名：\(paper.name.zh)（\(Format.day(paper.decidedOn, .zh))）",
                  "Sign: \(paper.name.en), \(Format.day(paper.decidedOn, .en))")[language]
              }
            }
          }
        }
      }
      div(.class("actions")) {
        for (index, button) in buttons(found).enumerated() {
          linkButton(button.0, to: button.1, index == 0 ? .main : .plain, in: language)
        }
      }
    }
  }

  private func lines(_ entry: Entry, _ language: Language) -> [Fact] {
    var lines = [Fact(Text("下一步", "Next step"), entry.aidCase.nextStep.0[language])]
    if let clock = entry.clock {
      lines.append(Fact(Text("期限", "Deadline"), deadline(clock, entry.aidCase, language)))
    }
    if let words = hearing(entry, language) { lines.append(Fact(Text("下次开庭", "Next hearing"), words)) }
    if let words = lacking(entry, language) { lines.append(Fact(Text("卷宗还缺", "The dossier lacks"), words)) }
    return lines
  }

  private func hearing(_ entry: Entry, _ language: Language) -> String? {
    entry.hearing.map { hearing in
      [Format.day(hearing.heldOn, language), hearing.startsAt, hearing.court, hearing.place].compactMap(\.self)
        .filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  private func lacking(_ entry: Entry, _ language: Language) -> String? {
    entry.missing.isEmpty ? nil : Format.list(entry.missing.map { $0.name[language] }, language)
  }

  /// The day, how long is left, and the law that set it.
  private func deadline(_ clock: Clock, _ found: AidCase, _ language: Language) -> HTML {
    let limit = CasesLimits.all.first { $0.key == clock.key }
    let articles = limit?.variant(.inForce(on: today), on: today)?.basis.map { $0.name[language] } ?? []
    return .fragment {
      if let due = clock.dueOn {
        let left = today.days(until: due)
        numeral(Format.day(due, language))
        " "
        tag(Text.remaining(left)[language], left < 0 ? .late : left <= 3 ? .soon : .plain)
      }
      div { limit?.name[language] ?? clock.key }
      div(.class("small soft")) { Format.list(articles, language) }
    }
  }

  /// What can be recorded now, the next step first.
  private func buttons(_ found: AidCase) -> [(Text, String)] {
    func records(_ kind: HandlingKind) -> String { "\(CasePaths.records.path(found.id))?kind=\(kind.rawValue)" }
    let upload = (Text("拍照、上传", "Photo, upload"), CasePaths.files.path(found.id))
    switch found.state {
    case .engaged, .inProgress:
      return [
        (Text("会见", "Meeting"), records(.meeting)), (Text("开庭", "Hearing"), CasePaths.hearings.path(found.id)),
        (Text("通报", "Progress"), records(.progress)), upload,
      ]
    default: return [(found.nextStep.0, found.nextStep.1.path(found.id))] + (found.takesFiles ? [upload] : [])
    }
  }
}

extension PaperRecord {
  fileprivate var name: Text {
    CasesForms.all.first { $0.form == form && $0.formSet == formSet }?.name ?? .same(form)
  }
}

extension AidCase {
  /// What the undertaker does next, and where.
  var nextStep: (Text, CasePaths) {
    switch state {
    case .assignedToPerson: (Text("待签订协议", "The agreement to be signed"), .engagement)
    case .engaged: (Text("待会见受援人", "The recipient to be met"), .records)
    case .closed: (Text("待提交卷宗", "The dossier to be handed in"), .dossier)
    case .terminated where closedOn == nil:
      (Text("待登记收到终止公函", "The receipt of the termination to be recorded"), .terminationReceipt)
    case .terminated: (Text("已终止，待提交卷宗", "Terminated: the dossier to be handed in"), .dossier)
    case .dossierReturned: (Text("卷宗退回，待补正", "The dossier came back, to be mended"), .page)
    default: (Text("办理中", "In progress"), .page)
    }
  }
}

extension Text {
  /// 剩余 · How long until a due day, or how late it is.
  static func remaining(_ days: Int) -> Text {
    switch days {
    case 0: Text("今天到期", "Due today")
    case ..<0: Text("已超过 \(-days) 天", days == -1 ? "1 day late" : "\(-days) days late")
    default: Text("还有 \(days) 天", days == 1 ? "1 day left" : "\(days) days left")
    }
  }
}
