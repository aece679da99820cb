import TestSupport
import Web

extension Shelf {
  /// Pages for whom they are addressed to or who sees the record; to others they are not there.
  static let ofSome = [
    "/urges/{id}", "/announcements/{id}", "/papers/{id}/signature", "/legal-helps/{id}",
    "/legal-helps/{id}/dispatch", "/government-documents/{id}", "/implementation-tasks/{id}",
    "/implementation-tasks/{id}/report",
  ]

  /// The address of a route, its places filled with a record for which the page has something to show. Nil for a place
  /// nobody has filled yet: then say here with what.
  func path(of route: Route) -> String? {
    let pattern = route.pattern.description
    // A program's addresses are those of the pages behind a prefix.
    let prefix = pattern.hasPrefix("/api/v1/") ? "/api/v1" : ""
    var path = String(pattern.dropFirst(prefix.count))
    if let last = path.split(separator: "/").last, let noticed = notices[String(last)] {
      path = path.replacing("/cases/{id}", with: "/cases/\(noticed)")
    } else if path == "/applications/{id}/objection" {
      path = path.replacing("/applications/{id}", with: refusedApplication)
    } else if path.hasPrefix("/legal-helps/{id}") || path.hasPrefix("/duty-shifts/{id}") {
      path = path.replacing("/legal-helps/{id}", with: "/legal-helps/\(duty.help(for: path))")
        .replacing("/duty-shifts/{id}", with: "/duty-shifts/\(duty.shift)")
    } else if path.hasPrefix("/applications/{id}") {
      path = path.replacing("/applications/{id}", with: application(for: path))
    } else if path.hasPrefix("/cases/{id}") {
      path = path.replacing("/cases/{id}", with: aidCase(for: path)).replacing("{hearing}", with: hearing)
    } else {
      path = path.replacing("/consultations/{id}", with: "/consultations/\(consultation)")
      path = path.replacing("/papers/{id}/signature", with: "/papers/\(unsigned)/signature")
        .replacing("{ticket}", with: ticket)
        .replacing("/papers/{id}", with: "/papers/\(paper)")
        .replacing("/attachments/{id}", with: "/attachments/\(attachment)")
        .replacing("/persons/{id}", with: "/persons/\(person)")
        .replacing("/personal-requests/{id}", with: "/personal-requests/\(personalRequest)")
        .replacing("/matters/{id}", with: "/matters/\(matter)")
        .replacing("/urges/{id}", with: "/urges/\(urge)")
        .replacing("/announcements/{id}", with: "/announcements/\(announcement)")
        .replacing("/concealed/{id}", with: "/concealed/\(concealed)")
        .replacing("/cooperations/{id}", with: "/cooperations/\(cooperation)")
        .replacing("/government-documents/{id}", with: "/government-documents/\(document.id)")
        .replacing("/implementation-tasks/{id}", with: "/implementation-tasks/\(document.task(for: path))")
        .replacing("/objections/{id}", with: "/objections/\(objection)")
        .replacing("/seals/{id}", with: "/seals/\(seal)").replacing("{authorisation}", with: authorisation)
        .replacing("/agencies/{id}", with: "/agencies/\(agency)")
        .replacing("/users/{id}", with: "/users/\(user)")
        .replacing("/legal-aid-persons/{id}", with: "/legal-aid-persons/\(undertaker)")
        .replacing("{code}", with: code).replacing("{year}", with: "2016").replacing("{key}", with: "K1")
        .replacing("/series/{kind}", with: "/series/receipt")
        .replacing("{version}/{name}", with: "x/app.css").replacing("{name}", with: "x")
        .replacing("{grant}", with: user).replacing("/wordings/{form}", with: "/wordings/F09-2013")
        .replacing("/settings/limits/{limit}", with: "/settings/limits/TL14-RS2012")
        .replacing("/settings/packs/drafts/{draft}", with: "/settings/packs/drafts/\(packDraft)")
        .replacing("/add/{kind}", with: "/add/exemption").replacing("/entries/{entry}", with: "/entries/2")
        .replacing("/settings/packs/{pack}", with: "/settings/packs/\(rulePack)")
        .replacing("/filters/{id}", with: "/filters/\(paper)")
        .replacing("/dictionaries/{list}", with: "/dictionaries/causes")
    }
    return path.contains("{") ? nil : prefix + path
  }

  private func application(for path: String) -> String {
    let step: Walk.Step =
      switch path.split(separator: "/").last {
      case "review", "provisional-aid", "recusal", "recusal-decision", "verification", "verification-result",
        "extension":
        .accept
      case "approval", "return": .review
      case "acceptance", "check", "referral", "new", "leave", "forwarding", "supplement", "materials",
        "phone-upload", "withdrawal",
        "urging":
        .register
      default: .approve
      }
    return walks[step]?.application ?? ""
  }

  private func aidCase(for path: String) -> String {
    let step: Walk.Step =
      switch path.split(separator: "/").last {
      case "assignment": .approve
      case "undertaker": .assign
      case "second-undertaker", "major-case", "major-case-answer": .name
      case "engagement", "agreement": .name
      case "records": .engage
      case "hearings", "files", "closing": .hear
      case "dossier": .close
      case "dossier-check": .submit
      case "archive": .check
      default: .archive
      }
    return walks[step]?.aidCase ?? ""
  }
}
