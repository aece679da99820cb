package import Cases
package import Foundation
import Intake
import Localization
import Registry
import WorkCalendar

/// 指派事实文件 · Assignment file: what the assignment rules look at, read from YAML.
package enum AssignmentFile {
  package static func read(_ url: URL) throws -> AssignmentFacts {
    let map = try YAMLMap(
      try FactsText.read(url), file: url.lastPathComponent, allowed: ["case", "person", "pack"])
    let pack = try map.optionalText("pack").map {
      try RulePackFile.named($0, besides: url.deletingLastPathComponent())
    }
    return AssignmentFacts(try aidCase(map), try person(map), packs: [pack].compactMap(\.self))
  }

  private static func aidCase(_ map: YAMLMap) throws -> AssignmentFacts.Case {
    let known: Set<String> = [
      "track", "form", "stage", "situations", "opposing", "coDefendants", "defenders", "matter", "language",
    ]
    guard let map = try map.optionalMap("case", allowed: known) else { return AssignmentFacts.Case() }
    return AssignmentFacts.Case(
      track: try map.optionalChoice("track"), form: try map.optionalChoice("form"),
      stage: try map.optionalChoice("stage"), situations: Set(try map.choices("situations")),
      opposing: try others(map, "opposing"), coDefendants: try others(map, "coDefendants"),
      defenders: try map.optionalInteger("defenders") ?? 0, matter: try map.optionalChoice("matter"),
      language: try map.optionalChoice("language"))
  }

  private static func others(_ map: YAMLMap, _ key: String) throws -> [AssignmentFacts.Other] {
    try map.maps(key, allowed: ["name", "undertaker", "unit"]).map {
      AssignmentFacts.Other(
        name: try $0.text("name"), undertaker: $0.optionalText("undertaker"), unit: $0.optionalText("unit"))
    }
  }

  private static func person(_ map: YAMLMap) throws -> AssignmentFacts.Person {
    let known: Set<String> = [
      "kind", "name", "unit", "firstLicensedOn", "criminalDefenceYears", "juvenileCompetent", "licenceValid",
      "unitActive", "formerJudgeLeftOn", "relatives", "excludedBecause", "specialties", "languages", "openCases",
      "knowsMatter",
    ]
    guard let map = try map.optionalMap("person", allowed: known) else { return AssignmentFacts.Person() }
    var person = AssignmentFacts.Person(
      kind: try map.optionalChoice("kind"), name: map.optionalText("name"), unit: map.optionalText("unit"),
      firstLicensedOn: try map.optionalDay("firstLicensedOn"),
      criminalDefenceYears: try map.optionalInteger("criminalDefenceYears"),
      juvenileCompetent: try map.flag("juvenileCompetent"), licenceValid: try map.flag("licenceValid"),
      unitActive: try map.flag("unitActive"), formerJudgeLeftOn: try map.optionalDay("formerJudgeLeftOn"),
      relatives: try map.texts("relatives"), excludedBecause: map.optionalText("excludedBecause").map(Text.same))
    let (specialties, languages): ([Specialty], [SpokenLanguage]) = (
      try map.choices("specialties"), try map.choices("languages")
    )
    person.specialties = specialties.map(\.rawValue)
    person.languages = map.has("languages") ? languages.map(\.rawValue) : nil
    person.openCases = try map.optionalInteger("openCases")
    person.knowsMatter = try map.flag("knowsMatter") ?? false
    return person
  }
}
