import Kernel
import Localization
import Markup
import Storage
import Web
import WorkCalendar

/// 人员页 · Person page: who it is as one may see it, what the office has of the person, the flags, and what happened.
struct PersonPage: Sendable {
  static let title = Text("人员档案", "Person")
  static let partlyProtected = Text("部分信息受保护，不予显示。", "Some of the data are protected and not shown.")

  let person: Person
  let panels: [Panel]
  let events: [Event]
  let names: [String: Text]
  let principal: Principal

  static func load(
    _ id: PersonID, _ principal: Principal, _ keys: KeyRing, _ panels: [PanelSource], _ names: [String: Text],
    _ reader: any Reader
  ) throws -> PersonPage {
    try PersonScope.require(id, principal, reader)
    let subject = Subject.person(id)
    return PersonPage(
      person: try PersonTable.of(id, in: principal.county, keys, reader).seen(by: principal),
      panels: try panels.filter { principal.holds($0.permission) }.compactMap {
        try $0.load(reader, principal, subject)
      },
      events: try PersonTable.events(id, in: principal.county, reader), names: names, principal: principal)
  }

  func body(_ language: Language) -> HTML {
    .fragment {
      pageHead(person.name, lead: lead(language), actions: actions(language))
      columns {
        sheet(Text("个人信息", "Personal data"), in: language) { Web.facts(person.facts(language), in: language) }
        for panel in panels { panelSheet(panel, in: language) }
      } beside: {
        sheet(Text("流程记录", "Timeline"), in: language) { timeline(events.map { entry($0, language) }) }
      }
    }
  }

  private func lead(_ language: Language) -> HTML {
    let flags = ProtectionFlag.allCases.filter(person.protection.flags.contains)
    guard !flags.isEmpty else { return .empty }
    return .fragment {
      for flag in flags {
        tag(flag.name[language], .soon)
        " "
      }
      Self.partlyProtected[language]
    }
  }

  private func actions(_ language: Language) -> [HTML] {
    var actions: [HTML] = []
    if principal.holds(.revealPersons) {
      actions.append(linkButton(RevealPages.title, to: PersonPaths.data.path(person.id), in: language))
    }
    if principal.holds(.protectPersons) {
      actions.append(linkButton(ProtectionPage.title, to: PersonPaths.protection.path(person.id), in: language))
    }
    if principal.holds(.mergePersons) {
      actions.append(linkButton(MergePages.title, to: PersonPaths.merge.path(person.id), in: language))
    }
    return actions
  }

  private func entry(_ event: Event, _ language: Language) -> TimelineEntry {
    let facts = event.facts
    let said = [("set", Text("设置", "Set")), ("lifted", Text("解除", "Lifted")), ("fields", Text("内容", "Fields"))]
      .compactMap { key, name -> String? in
        guard let codes = facts[key], !codes.isEmpty else { return nil }
        return "\(name[language]) \(Self.readable(codes, language))"
      }
    let reason = [facts["reasonCode"].flatMap(RevealReason.init)?.name[language], facts["reason"]]
      .compactMap(\.self).filter { !$0.isEmpty }
    return TimelineEntry(
      (names[event.kind] ?? .same(event.kind))[language],
      byline: "\(event.actor) · \(Format.instant(event.at, language))",
      details: said.isEmpty && reason.isEmpty
        ? .empty : p(.class("small")) { Format.list(said + reason, language) })
  }

  private static func readable(_ codes: String, _ language: Language) -> String {
    let names = codes.split(separator: "、").map(String.init).map { code in
      ProtectionFlag(rawValue: code)?.name[language] ?? PersonalField(rawValue: code)?.name[language] ?? code
    }
    return Format.list(names, language)
  }
}
