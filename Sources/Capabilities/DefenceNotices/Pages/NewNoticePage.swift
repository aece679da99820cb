import Cases
import Intake
import Kernel
import Localization
import Markup
import Registry
import Storage
import Web
import WorkCalendar

/// 登记通知页 · The form of a notice: the organ, the person, the situation; what goes on from the stage before is filled in.
enum NewNoticePage {
  static let title = Text("登记通知", "Register a notice")
  private typealias F = NoticeFields

  /// What the form needs to know.
  struct Known: Sendable {
    let townships: [String]
    let organs: [String]
    let charges: [String]
    /// 前一阶段 · The case before, and its recipient.
    let before: (aidCase: AidCase, person: Person)?

    static func load(_ request: WebRequest) async throws -> Known {
      let principal = try request.requirePrincipal()
      let asked = request.fields["continues"].isEmpty ? request.query["after"] : request.fields["continues"]
      let keys = request.services.keys
      return try await request.services.database.read { reader in
        let words = try OfficeWords.of(principal.county, reader)
        let before = try CaseID(asked).map { try CaseTable.one($0, for: principal, reader) }
        return Known(
          townships: words.townships, organs: try ListEntryTable.words(.organs, in: principal.county, reader),
          charges: words.causes,
          before: try before.map { ($0, try PersonTable.of($0.recipient, in: principal.county, keys, reader)) })
      }
    }
  }

  static func html(_ request: WebRequest, _ state: FormState, _ known: Known, _ frame: Frame) -> HTML {
    let language = request.language
    let ask = NoticeAsking(state: state, usual: usual(request, known), language: language)
    return shell(frame, title: title[language]) {
      pageHead(
        title[language],
        crumbs: breadcrumbs(
          [Crumb(NoticeListPage.title[language], path: NoticePaths.list), Crumb(title[language])], in: language))
      errorSummary(state.formErrors, in: language)
      postForm(NoticePaths.new, state.tokens(), uploads: true, changed: state.isReturned, in: language) {
        if let before = known.before { hiddenField("continues", before.aidCase.id.description) }
        columns {
          organ(ask, known)
          person(ask, known)
          matter(ask, known, received(request, state))
          submitButton(title, in: language)
        } beside: {
          beside(known, language)
        }
      }
    }
  }

  private static func organ(_ ask: NoticeAsking, _ known: Known) -> HTML {
    sheet(Text("办案机关", "Handling organ"), in: ask.language) {
      div(.class("grid2")) {
        ask(F.organKind)
        ask(F.organ(known.organs))
        ask(F.organCase)
        ask(F.stage)
        ask(F.receivedAt)
        ask(F.discoveredOn)
        ask(F.contactName)
        ask(F.contactPhone)
      }
      ask(F.notice)
    }
  }

  private static func person(_ ask: NoticeAsking, _ known: Known) -> HTML {
    sheet(Text("犯罪嫌疑人、被告人（被申请人）", "Suspect, defendant or respondent"), in: ask.language) {
      div(.class("grid2")) {
        ask(F.name)
        ask(F.identityNumber)
        ask(F.sex)
        ask(F.birthOn)
        ask(F.phone)
        ask(F.address)
        ask(F.township(known.townships))
        ask(F.custody)
        ask(F.place)
      }
    }
  }

  private static func matter(_ ask: NoticeAsking, _ known: Known, _ day: Day) -> HTML {
    sheet(Text("案件", "The case"), in: ask.language) {
      ask(F.charge(known.charges))
      ask(F.situations(on: day))
      div(.class("grid2")) {
        ask(F.hearingOn)
        ask(F.hearingAt)
      }
      ask(F.short)
      ask(F.instrument)
    }
  }

  private static func beside(_ known: Known, _ language: Language) -> HTML {
    .fragment {
      if let before = known.before {
        sheet(Text("前一阶段案件", "Case of the stage before"), in: language) {
          p {
            a(.href("/cases/\(before.aidCase.id)")) { before.aidCase.number }
            " "
            span(.class("soft")) { before.aidCase.cause }
          }
          p(.class("soft small")) {
            Text(
              "登记后成为同一事项的下一阶段，原承办人员优先。",
              "It becomes the next stage of the same matter; the same lawyer comes first.")[language]
          }
        }
      }
      notice(
        Text(
          "通知不审查经济状况，也不因迟到或者不全而拒收。缺少的内容登记后再向办案机关询问；三日的指派期限从收到之日起算。",
          "A notice needs no hardship test and is never turned away for being late or incomplete. What it lacks is asked of the organ afterwards; the three days to assign begin with its receipt."
        ), .plain, in: language)
    }
  }

  /// The situations of the day that was typed, else of today.
  private static func received(_ request: WebRequest, _ state: FormState) -> Day {
    Day(String(state.value("receivedAt").prefix(10))) ?? request.today
  }

  private static func usual(_ request: WebRequest, _ known: Known) -> [String: [String]] {
    var usual = ["receivedAt": [request.services.clock.now().typed]]
    guard let (found, person) = known.before else { return usual }
    let stage = found.stageExpected ?? found.stage?.next
    let told: [(String, String?)] = [
      ("name", person.name), ("identityNumber", person.identityNumber), ("sex", person.sex?.rawValue),
      ("birthOn", person.birthOn?.description), ("phone", person.phone), ("address", person.address),
      ("township", found.township), ("charge", found.cause == AidCase.causeMissing ? nil : found.cause),
      ("stage", stage?.rawValue), ("organKind", stage.flatMap(OrganKind.handling)?.rawValue),
    ]
    for (name, value) in told { if let value { usual[name] = [value] } }
    usual["situations"] = found.situations.map(\.rawValue).sorted()
    return usual
  }
}

/// 提问 · Asks a field with what was typed, else what usually holds, and what is wrong with it.
struct NoticeAsking {
  let state: FormState
  let usual: [String: [String]]
  let language: Language

  func callAsFunction(_ asked: Field) -> HTML {
    let usual = usual[asked.name] ?? []
    if case .checkboxes = asked.kind {
      return field(
        asked, typed: state.values(asked.name, or: usual), errors: state.errors(asked.name), in: language)
    }
    return field(
      asked, state.value(asked.name, or: usual.first ?? ""), errors: state.errors(asked.name), in: language)
  }
}
