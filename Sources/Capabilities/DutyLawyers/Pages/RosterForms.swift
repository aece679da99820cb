import Kernel
import Localization
import Markup
import Registry
import Storage
import Web
import WorkCalendar

/// 登记值班地点页 · The form of a duty place.
enum DutyPlacePage {
  static let title = Text("登记值班地点", "Record a duty place")
  private typealias F = HelpFields

  static let routes = Route.form(
    PathPattern(HelpPaths.newPlace), .arrangeDuty, title,
    page: { request, state in
      RosterForm.html(
        request, state, try await request.frame(), title, HelpPaths.newPlace,
        usual: ["kind": [DutyPlaceKind.detentionHouse.rawValue]]
      ) { ask in
        .fragment {
          ask(F.placeKind)
          ask(F.placeName)
          ask(F.placePhone)
          ask(F.document)
        }
      }
    },
    submit: { request in
      let action = try request.read { form in
        AddDutyPlace(
          form.requiredChoice("kind", F.placeKind.label),
          name: form.requiredText("name", F.placeName.label, max: 60),
          phone: form.phone("phone", F.placePhone.label),
          document: form.text("document", F.document.label, max: 200))
      }
      let id = try await request.run(action)
      return "\(HelpPaths.roster)?place=\(id)"
    })
}

/// 排班页 · The form that plans a week or a month at once.
enum PlanningPage {
  static let title = Text("批量排班", "Plan shifts")
  private typealias F = HelpFields

  static let routes = Route.form(
    PathPattern(HelpPaths.planning), .arrangeDuty, title,
    page: { request, state in
      let known = try await HelpKnown.load(request)
      let next = request.today.firstOfMonth.adding(months: 1)
      return RosterForm.html(
        request, state, try await request.frame(), title, HelpPaths.planning,
        usual: [
          "from": [next.description], "to": [next.lastOfMonth.description], "shift": [Shift.wholeDay.rawValue],
          "rhythm": [DutyRhythm.daily.rawValue],
          "place": known.places.count == 1 ? known.places.map(\.id.description) : [],
        ]
      ) { ask in
        .fragment {
          div(.class("grid2")) {
            ask(F.place(known.places))
            ask(F.shift)
            ask(F.from)
            ask(F.to)
          }
          ask(F.rhythm)
          p(.class("soft")) {
            Text("只排工作日，律师按下面的顺序轮流。", "Working days only; the lawyers take turns in this order.")[ask.language]
          }
          div(.class("grid2")) {
            for number in F.turns {
              ask(F.turn(number, known.lawyers))
              ask(F.turnPhone(number))
            }
          }
        }
      }
    },
    submit: { request in
      let action = try HelpReading.shifts(request, try await HelpKnown.load(request))
      try await request.run(action)
      let month = String(request.fields["from"].prefix(7))
      return "\(HelpPaths.roster)?month=\(month)&place=\(request.fields["place"])"
    })
}

/// 替班页 · The form that puts another lawyer in.
enum SubstitutionPage {
  static let title = Text("替班", "Substitute")
  private typealias F = HelpFields

  static let routes = Route.form(
    HelpPaths.substitution, .arrangeDuty, title,
    page: { request, state in
      let (known, shift) = (try await HelpKnown.load(request), try await load(request))
      let language = request.language
      return RosterForm.html(
        request, state, try await request.frame(), title, HelpPaths.substitution.path(shift.id),
        version: shift.version,
        lead:
          "\(shift.placeName) \(Format.day(shift.day, language)) \(shift.shift.name[language]) \(shift.servingName)"
      ) { ask in
        .fragment {
          ask(F.lawyer(known.lawyers, label: Text("替班律师", "Substitute")))
          ask(F.lawyerPhone)
          ask(F.reason)
        }
      }
    },
    submit: { request in
      let (known, shift) = (try await HelpKnown.load(request), try await load(request))
      let action = try request.read { form in
        SubstituteLawyer(
          shift.id, by: form.requiredID("lawyer", F.lawyer([]).label, among: known.lawyers.map(\.id)),
          phone: form.phone("phone", F.lawyerPhone.label),
          reason: form.requiredText("reason", F.reason.label, max: 100))
      }
      try await request.run(action)
      return "\(HelpPaths.roster)?month=\(String(shift.day.description.prefix(7)))&place=\(shift.place)"
    })

  private static func load(_ request: WebRequest) async throws -> DutyShift {
    let (id, county): (DutyShiftID, CountyID) = (try request.id(), try request.requirePrincipal().county)
    return try await request.services.database.read { try DutyShiftTable.one(id, in: county, $0) }
  }
}

/// 值班表单 · The frame of the roster's forms.
enum RosterForm {
  static func html(
    _ request: WebRequest, _ state: FormState, _ frame: Frame, _ title: Text, _ path: String, version: Int? = nil,
    lead: String? = nil, usual: [String: [String]] = [:], fields: (HelpAsking) -> HTML
  ) -> HTML {
    let language = request.language
    let ask = HelpAsking(state: state, usual: usual, language: language)
    return shell(frame, title: title[language]) {
      pageHead(
        title[language],
        crumbs: breadcrumbs(
          [Crumb(RosterPage.title[language], path: HelpPaths.roster), Crumb(title[language])], in: language),
        lead: lead.map { HTML.text($0) } ?? .empty)
      errorSummary(state.formErrors, in: language)
      sheet(in: language) {
        postForm(path, state.tokens(version: version), changed: state.isReturned, in: language) {
          fields(ask)
          submitButton(title, in: language)
        }
      }
    }
  }
}
