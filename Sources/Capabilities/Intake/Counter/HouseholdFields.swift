import Kernel
import Localization
import Markup
import Web
import WorkCalendar

/// 经济状况字段 · Household fields: the income of the household as totals or member by member, what was spent and what is
/// owned, and how they are read.
enum HouseholdFields {
  static let members = Field("members", Text("共同生活人数", "Persons in the household"), .number, required: false)
  static let netIncome = Field(
    "netIncome", Text("家庭净收入（元）", "Net income of the household (yuan)"), .money, required: false)
  static let ownIncome = Field(
    "ownIncome", Text("本人净收入（元）", "Own net income (yuan)"), .money,
    hint: Text(
      "对方当事人是家庭成员，或者标准只看本人时填写",
      "Where the opposing party is of the household, or the line looks at the applicant alone"
    ), required: false)
  static let opponentInHousehold = Field(
    "opponentInHousehold", Text("家庭成员", "Household"),
    .checkboxes([Choice("yes", Text("对方当事人是共同生活的家庭成员", "The opposing party lives in the household"))]),
    required: false)
  static let expenses = Field(
    "expenses", Text("重大支出（元）", "Major expenses (yuan)"), .money,
    hint: Text("同一期间用于疾病、教育等的必要支出", "In the same months, such as for illness or school"), required: false)
  static let houses = Field("houses", Text("住房（套）", "Houses"), .number, required: false)
  static let cars = Field("cars", Text("机动车（辆）", "Vehicles"), .number, required: false)
  static let savings = Field(
    "savings", Text("现金、存款和有价证券（元）", "Cash, deposits and securities (yuan)"), .money, required: false)
  static let valuables = Field(
    "valuables", Text("贵重财产", "Valuable assets"),
    .select([Choice("no", AssetRule.noValuables.name), Choice("yes", Text("有贵重财产", "valuable assets"))]),
    hint: Text("标准对财产有要求时填写", "Where the line asks about assets"), required: false)

  static func months(_ line: HardshipLine?) -> Field {
    Field(
      "months", Text("收入计算月数", "Months of income"), .number,
      hint: line?.lookbackMonths.map {
        Text("本县看申请前\($0)个月", "The county looks at \($0) months before the application")
      }, required: false)
  }

  /// How many may be told besides the applicant.
  static let rows = 1...8

  static func name(_ row: Int) -> Field {
    Field("kin\(row)Name", numbered(row, Text("姓名", "name")), required: false, autocomplete: "off")
  }
  static func relation(_ row: Int) -> Field {
    Field(
      "kin\(row)Relation", numbered(row, Text("与申请人的关系", "relation to the applicant")),
      .select(FamilyRelation.allCases.filter { $0 != .applicant }.map { Choice($0.rawValue, $0.name) }),
      required: false)
  }
  /// Row 0 is the applicant.
  static func incomes(_ row: Int) -> [Field] {
    let parts = [
      ("Wage", Text("工资（元）", "wages (yuan)")), ("Business", Text("经营收入（元）", "business income (yuan)")),
      ("Other", Text("其他收入（元）", "other income (yuan)")),
    ]
    return parts.map { Field("kin\(row)\($0.0)", numbered(row, $0.1), .money, required: false) }
  }

  private static func numbered(_ row: Int, _ what: Text) -> Text {
    let who = row == 0 ? Text("本人", "Applicant: ") : Text("家庭成员\(row)", "Member \(row): ")
    return who + what
  }

  private static func fields(_ row: Int) -> [Field] { (row == 0 ? [] : [name(row), relation(row)]) + incomes(row) }

  static let ofPeople = (0...rows.upperBound).flatMap { fields($0).map(\.name) }
  static let ofAssets = [expenses, houses, cars, savings, valuables].map(\.name)
  static let names =
    ["members", "months", "netIncome", "ownIncome", "opponentInHousehold"] + ofPeople + ofAssets

  static func html(_ ask: Asker) -> HTML {
    let line = ask.view.line
    return .fragment {
      if let line { p(.class("hint")) { (Text("适用的标准：", "The line: ") + line.words)[ask.language] } }
      div(.class("grid2")) {
        ask(members)
        ask(months(line))
        ask(netIncome)
        ask(ownIncome)
      }
      ask.several(opponentInHousehold)
      people(ask)
      disclosure(
        Text("支出和财产", "Expenses and assets"),
        open: line?.assets != nil || line?.household == .lessExpenses || ask.isFilled(ofAssets), in: ask.language
      ) {
        div(.class("grid2")) {
          ask(expenses)
          ask(houses)
          ask(cars)
          ask(savings)
          ask(valuables)
        }
      }
    }
  }

  /// One empty row more than what is told; keeping the draft shows the next.
  private static func people(_ ask: Asker) -> HTML {
    let last = rows.last { row in ask.isFilled(fields(row).map(\.name)) } ?? 0
    return disclosure(
      Text("家庭成员明细", "Member by member"), open: ask.isFilled(ofPeople), in: ask.language
    ) {
      p(.class("hint")) {
        Text(
          "按收入计算月数逐人填写，人数和净收入由此合计，上面可以不填；对方当事人照写姓名，不计入。",
          "Tell each for the months of income: persons and income are their sums, and may be left empty above. The opposing party is named too, and left out."
        )[ask.language]
      }
      for row in 0...min(max(last + 1, 2), rows.upperBound) {
        div(.class("grid2")) { for one in fields(row) { ask(one) } }
      }
      if last + 1 < rows.upperBound {
        p {
          button(.button(.submit), .class("button"), .formaction(CounterPage.draftPath)) {
            Text("存草稿，再加一行", "Save draft and add a row")[ask.language]
          }
        }
      }
    }
  }

  /// Nil where no income is told; with an income, the number of persons and months is needed too.
  static func read(_ form: inout FieldReader, opposing: [String]) -> Household? {
    let income = form.moneyFen("netIncome", netIncome.label)
    let own = form.moneyFen("ownIncome", ownIncome.label)
    let members = form.integer("members", members.label, in: 1...50)
    let opponent = form.flag("opponentInHousehold")
    let people = people(&form, opposing)
    let spent = form.moneyFen("expenses", expenses.label)
    let assets = assets(&form)
    guard income != nil || own != nil || people != nil else {
      _ = form.integer("months", months(nil).label, in: 1...36)
      return nil
    }
    let months = form.requiredInteger("months", months(nil).label, in: 1...36)
    if let people {
      let told = Household(
        people: people, months: months, opponentInHousehold: opponent, expensesFen: spent, assets: assets)
      agree(&form, told, members: members, income: income, own: own)
      return form.refusals.isEmpty ? told : nil
    }
    if members == nil { _ = form.requiredInteger("members", Self.members.label, in: 1...50) }
    if opponent, own == nil {
      form.refuse(
        "own-income-missing", at: "ownIncome",
        Text("对方当事人是家庭成员的，请填写本人净收入。", "With the opposing party in the household, fill in the own net income."))
    }
    guard let total = income ?? own, let members, form.refusals.isEmpty else { return nil }
    return Household(
      members: members, netIncomeFen: total, months: months, opponentInHousehold: opponent, ownNetIncomeFen: own,
      expensesFen: spent, assets: assets)
  }

  /// 只问合计 · The totals alone; nil where no income is told.
  static func totals(_ form: inout FieldReader, isOpponentWithin: Bool) -> Household? {
    let income = form.moneyFen("netIncome", netIncome.label)
    let own = form.moneyFen("ownIncome", ownIncome.label)
    let told = (
      members: form.integer("members", members.label, in: 1...50),
      months: form.integer("months", months(nil).label, in: 1...36)
    )
    guard let total = income ?? own else { return nil }
    let members = told.members ?? form.requiredInteger("members", Self.members.label, in: 1...50)
    let months = told.months ?? form.requiredInteger("months", Self.months(nil).label, in: 1...36)
    return Household(
      members: members, netIncomeFen: total, months: months, opponentInHousehold: isOpponentWithin,
      ownNetIncomeFen: own)
  }

  /// A total typed besides has to be the sum.
  private static func agree(
    _ form: inout FieldReader, _ told: Household, members: Int?, income: Int64?, own: Int64?
  ) {
    let differs = { (name: String, form: inout FieldReader, sum: Text) in
      form.refuse(
        "household.sum", at: name,
        Text(
          "与逐人填写的不一致，逐人合计是\(sum.zh)：请改正，或者清空这一项。",
          "Not what was told member by member, \(sum.en): correct it, or leave it empty."))
    }
    let money = { (fen: Int64) in Text.each { Format.money(fen: fen, $0) } }
    if let members, members != told.members {
      differs("members", &form, Text("\(told.members)人", "\(told.members) persons"))
    }
    if let income, income != told.netIncomeFen { differs("netIncome", &form, money(told.netIncomeFen)) }
    if let own, let sum = told.ownNetIncomeFen, own != sum { differs("ownIncome", &form, money(sum)) }
  }

  /// Nil where nobody is told by himself.
  private static func people(_ form: inout FieldReader, _ opposing: [String]) -> [HouseholdMember]? {
    let own = amounts(&form, 0)
    var others: [HouseholdMember] = []
    for row in rows {
      let name = form.text(Self.name(row).name, Self.name(row).label, max: 100)
      let relation: FamilyRelation? = form.choice(Self.relation(row).name, Self.relation(row).label)
      let told = amounts(&form, row)
      guard name != nil || relation != nil || told != nil else { continue }
      guard let name, let relation, relation != .applicant else {
        let typed = fields(row).first { !form.fields[$0.name].isEmpty }
        form.refuse(
          "field-missing", at: typed?.name ?? Self.name(row).name,
          Text("请把这位家庭成员的姓名和与申请人的关系都填上。", "Give both this member’s name and relation to the applicant."))
        continue
      }
      let (wage, business, other) = told ?? (0, 0, 0)
      others.append(
        HouseholdMember(
          relation, name: name, wageFen: wage, businessFen: business, otherFen: other,
          isOpponent: opposing.contains(name)))
    }
    guard own != nil || !others.isEmpty else { return nil }
    let (wage, business, other) = own ?? (0, 0, 0)
    return [HouseholdMember(.applicant, wageFen: wage, businessFen: business, otherFen: other)] + others
  }

  /// Nil where no amount of the row is told.
  private static func amounts(_ form: inout FieldReader, _ row: Int) -> (Int64, Int64, Int64)? {
    var told: [Int64?] = []
    for one in incomes(row) { told.append(form.moneyFen(one.name, one.label)) }
    guard told.contains(where: { $0 != nil }) else { return nil }
    return (told[0] ?? 0, told[1] ?? 0, told[2] ?? 0)
  }

  private static func assets(_ form: inout FieldReader) -> HouseholdAssets? {
    let assets = HouseholdAssets(
      houses: form.integer("houses", houses.label, in: 0...100),
      cars: form.integer("cars", cars.label, in: 0...100),
      savingsFen: form.moneyFen("savings", savings.label),
      areValuable: form.choice("valuables", valuables.label, among: ["yes", "no"]).map { $0 == "yes" })
    return assets == HouseholdAssets() ? nil : assets
  }
}
