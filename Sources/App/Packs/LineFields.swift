import Intake
import Localization
import Registry
import Web
import WorkCalendar

/// 经济困难标准的字段 · Fields of a hardship line: the questions of the setup and of the page of lines, and how they are read.
enum LineFields {
  static let amount = Field(
    "amount", Text("每人收入不超过（元）", "Income per head up to (yuan)"), .money,
    hint: Text(
      "按省里的规定；暂时不知道可以不填，但经济困难审查要等到填好。", "As the province sets it; without it nobody’s hardship can be checked."),
    required: false)
  static let per = Field(
    "per", Text("按月还是按年", "A month or a year"),
    .select([Choice("month", Text("每月", "a month")), Choice("year", Text("每年", "a year"))]), required: false)
  static let source = Field(
    "source", Text("规定的文号", "The document that set it"), hint: Text("填了标准就要填。", "Needed with an amount."),
    required: false)
  static let lookback = Field(
    "lookback", Text("看申请前几个月的收入", "Months of income looked at"), .number,
    hint: Text("不填按12个月。", "12 unless told."), required: false)
  static let household = Field(
    "household", Text("收入怎样计算", "Whose income counts"),
    .select(HouseholdRule.allCases.map { Choice($0.rawValue, $0.name) }),
    hint: Text(
      "不填按共同生活的家庭成员人均；对方当事人是家庭成员的，只看本人。",
      "The family living together unless chosen; with the opposing party among them, the applicant alone."),
    required: false)
  static let assets = Field(
    "assets", Text("财产条件", "What one may own"),
    .select(AssetRule.allCases.map { Choice($0.rawValue, $0.name) }), required: false)
  static let region = Field(
    "region", Text("适用地区的区划代码", "Division code of the place"),
    hint: Text("全省、全市的标准填省、市的代码；不填就是本县。", "Of the province or city where the line is theirs; else of the county."),
    required: false)

  static let all = [amount, per, lookback, household, assets, region, source]

  /// The same where a line is what one comes for.
  static let needed: [Field] = all.map { one in
    guard [amount.name, per.name, source.name].contains(one.name) else { return one }
    return Field(one.name, one.label, one.kind)
  }

  /// The same where a line is what one comes for: no amount is refused.
  static func readNeeded(
    _ form: inout FieldReader, division: String, from: (inout FieldReader) -> (first: Day?, last: Day?)
  ) -> HardshipLine {
    if let line = read(&form, division: division, from: from) { return line }
    form.refuse("hardshipLine.amount", at: amount.name, Text("请填写标准的金额。", "Fill in the amount of the line."))
    return HardshipLine(amountFen: 0, unit: .month)
  }

  /// What the form shows of a line, by field; its days apart.
  static func told(_ line: HardshipLine) -> [String: [String]] {
    let told = [
      amount.name: Format.money(fen: line.amountFen, .zh), per.name: line.unit.rawValue, source.name: line.source,
      lookback.name: line.lookbackMonths.map(String.init), household.name: line.household?.rawValue,
      assets.name: line.assets?.rawValue, region.name: line.regionCode,
    ]
    return told.compactMapValues { $0.map { [$0] } }
  }

  /// Nil where no amount is told. `from`: its first day.
  static func read(
    _ form: inout FieldReader, division: String, from: (inout FieldReader) -> (first: Day?, last: Day?)
  ) -> HardshipLine? {
    let amount = form.moneyFen(amount.name, amount.label)
    let unit: HardshipLine.Unit? = form.choice(per.name, per.label)
    let source = form.text(source.name, source.label, max: 100)
    let months = form.integer(lookback.name, lookback.label, in: 1...36)
    let household: HouseholdRule? = form.choice(household.name, household.label)
    let assets: AssetRule? = form.choice(assets.name, assets.label)
    let region = form.text(region.name, region.label, max: 20)
    let days = from(&form)
    guard let amount else { return nil }
    if unit == nil {
      form.refuse(
        "setup.per", at: per.name, Text("请选择标准按月还是按年。", "Say whether the amount is for a month or a year."))
    }
    if source == nil {
      form.refuse(
        "setup.source", at: Self.source.name, Text("请填写规定这一标准的文号。", "Name the document that set the amount."))
    }
    let line = HardshipLine(
      amountFen: amount, unit: unit ?? .month, lookbackMonths: months ?? 12, household: household, assets: assets,
      regionCode: region, from: days.first, to: days.last, source: source)
    if let region, !OfficeSetup.isDivisionCode(region) || !line.isLine(of: division) {
      form.refuse(
        "hardshipLine.region", at: Self.region.name,
        Text(
          "请填写六位区划代码，本县是\(division)，也可以填所属市、省的代码。",
          "Six digits: \(division) is this county’s; that of its city or province will do."))
    }
    return line
  }
}
