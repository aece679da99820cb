import Intake
import Kernel
import Localization
import Markup
import Registry
import Storage
import Web
import WorkCalendar

/// 指派页 · Assignment: the candidates ranked with their reasons, the units that name somebody themselves, and after them
/// whom a rule excludes, with its article.
enum AssignmentPage {
  struct Known: Sendable {
    let candidates: [Candidate]
    let units: [(unit: Agency, blocks: [AssignmentRule.Block], warnings: [AssignmentRule.Block])]
    let organs: OrganField.Known
    /// How the year stands in what the plan asks of assignments.
    let standing: Text?
  }

  private static let effect = Text(
    "指派后将制作指派通知书（盖章）；同时确定承办人员的，还将制作法律援助公函。单位签订协议的期限自今天起算。",
    "This makes the sealed assignment notice, and the letter to the organ where a person is named. The unit's time to sign the agreement begins today."
  )

  static func page(_ pools: [PoolSource], _ shares: @escaping AssignmentShares) -> StepPage<Known> {
    StepPage(
      path: .assignment, permission: .assignCases, title: Text("指派", "Assign"), effect: effect,
      load: { found, services, reader in
        let today = services.clock.today
        let conflicts = try Conflicts(found, on: today, reader)
        return Known(
          candidates: try Candidates.of(found, on: today, pools: pools, reader),
          units: try AgencyTable.all(found.county, reader).filter {
            [.lawFirm, .grassrootsOffice].contains($0.kind)
          }
          .map { ($0, conflicts.blocks($0, on: today), conflicts.warnings($0, on: today)) },
          organs: try OrganField.Known(found.county, reader), standing: try shares(reader, found.county, today))
      },
      content: { found, known, form in
        .fragment {
          form.many(choiceField(known))
          form(reasonField)
          form.many(wishField)
          form(OrganField.field(found, known.organs), or: known.organs.proposed(found))
          form(arrangeField, or: "3")
          form.submit(Text("指派", "Assign"))
        }
      },
      send: { id, request in
        let action = try request.read { form in
          let typed = form.requiredText("choice", choiceLabel, max: 100)
          let choice = AssignmentChoice(typed)
          if choice == nil, !typed.isEmpty { form.refuse("field-format", at: "choice", chooseOne) }
          return AssignCase(
            aidCase: id, choice: choice ?? AssignmentChoice(unit: AgencyID()),
            reason: form.text("reason", reasonField.label, max: 500, isMultiline: true) ?? "",
            organ: form.text("organ", OrganField.label, max: 100),
            arrangeWithin: form.integer("arrangeWithin", arrangeField.label, in: 1...30) ?? 3,
            way: form.flag("wish") ? .recipientChoice : nil)
        }
        try await request.run(action)
      })
  }

  private static let choiceLabel = Text("承办单位和人员", "Unit and person")
  private static let chooseOne = Text("请从列出的单位和人员中选择。", "Choose one of the listed units and persons.")

  private static func choiceField(_ known: Known) -> Field {
    let persons = known.candidates.map { candidate in
      Choice(
        AssignmentChoice(unit: candidate.person.unit, person: candidate.person.id).code,
        .same("\(candidate.person.name) · \(candidate.person.unitName)"),
        hint: .each { language in Format.list(candidate.reasons.map { $0[language] }, language) },
        excludedBecause: candidate.blocks.explanation)
    }
    let units = known.units.map { unit, blocks, warnings in
      Choice(
        AssignmentChoice(unit: unit.id).code,
        Text("\(unit.name)（由单位安排承办人员）", "\(unit.name) (names the person itself)"),
        hint: warnings.isEmpty ? nil : .list(warnings.map(\.reason)),
        excludedBecause: blocks.explanation)
    }
    return Field(
      "choice", choiceLabel, .radios(persons + units),
      hint: Text(
        "按专长和在办数量排序；规则排除的列在后面，不能选择。",
        "Ranked by specialty and load; whom a rule excludes comes last and cannot be chosen.")
        + (known.standing.map { .same(" ") + $0 } ?? .same("")))
  }

  private static let reasonField = Field(
    "reason", Text("选择理由", "Reason"), .textarea(rows: 2),
    hint: Text(
      "没有选择第一位，或者提示须核对姓名时，必须填写。", "Needed when it is not the first of the list, or a near name has to be checked."),
    required: false)
  private static let wishField = Field(
    "wish", Text("受援人的要求", "The recipient’s wish"),
    .checkboxes([
      Choice(
        "yes", Text("受援人要求由所选人员承办", "The recipient asked for the person chosen"),
        hint: Text(
          "可以按受援人的要求指派（办理法律援助案件程序规定2012第21条）；规则排除的人员仍然不能选择。",
          "The wish may be followed (procedural rules of 2012, article 21); whom a rule excludes stays excluded."))
    ]), required: false)
  private static let arrangeField = Field(
    "arrangeWithin", Text("单位安排承办人员的期限（工作日）", "Working days for the unit to name somebody"), .number,
    required: false)
}

extension AssignmentChoice {
  /// As a form sends it: the unit, and the person after a slash.
  var code: String { person.map { "\(unit)/\($0)" } ?? unit.description }

  init?(_ code: String) {
    let parts = code.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard let first = parts.first, let unit = AgencyID(first), parts.count <= 2 else { return nil }
    if parts.count == 1 {
      self.init(unit: unit)
    } else {
      guard let person = LegalAidPersonID(parts[1]) else { return nil }
      self.init(unit: unit, person: person)
    }
  }
}

extension [AssignmentRule.Block] {
  /// Each rule that stands against it, with its article; nil where none does.
  var explanation: Text? {
    isEmpty
      ? nil
      : .each { language in
        Format.list(
          map { block in
            let articles = Format.list(block.basis.map { $0.name[language] }, language)
            return "\(block.key) \(block.reason[language])" + (articles.isEmpty ? "" : " \(articles)")
          }, language)
      }
  }
}

/// 办案机关 · The organ that the official letter goes to.
enum OrganField {
  static let label = Text("办案机关", "Handling organ")

  /// 办案机关用语 · The county's own court, and the organs that the office keeps in its dictionary.
  struct Known: Sendable {
    let words: [String]
    private let court: String

    init(_ county: CountyID, _ reader: any Reader) throws {
      words = try ListEntryTable.words(.organs, in: county, reader)
      court = try CountyTable.of(county, reader).name + "人民法院"
    }

    /// Where the letter goes unless somebody says otherwise.
    func proposed(_ found: AidCase) -> String? { found.organ ?? (found.form.isLitigation ? court : nil) }
  }

  static func field(_ found: AidCase, _ known: Known) -> Field {
    Field(
      "organ", label, .text(suggestions: known.words),
      hint: Text(
        "确定承办人员后，向该机关发送法律援助公函。", "Once the person is known, the official letter goes there."),
      required: found.form.isLitigation)
  }
}
