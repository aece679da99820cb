import Kernel
import Localization
import Registry
import Web
import WorkCalendar

/// 自我检查的六个问题 · The six questions, in plain words.
enum SelfCheckFields {
  static func matter(_ rules: RuleSet, on day: Day, _ packs: [LocalRulePack]) -> Field {
    let criminal: [MatterCode] = [.criminalDefence, .victims]
    let listed = MatterCode.offered(rules, on: day, packs).filter { !criminal.contains($0) }
    return Field(
      "matter", Text("一、要解决什么事", "1. What is it about"),
      .select(
        listed.map { Choice($0.rawValue, $0.name(rules)) } + [
          Choice(CounterFields.otherMatter, Text("其他事项", "Something else"))
        ]), hint: Text("刑事案件可以不选，见第六问", "May be left empty in a criminal case, see question 6"), required: false)
  }

  static let place = Field(
    "place", Text("二、事情在哪里处理", "2. Where it is dealt with"),
    .radios([
      Choice(
        SelfCheck.Place.here.rawValue,
        Text("办案机关、对方住所或者争议发生地在本县", "The organ, the other party’s home or the dispute is in this county")),
      Choice(SelfCheck.Place.elsewhere.rawValue, Text("都不在本县", "None of them is")),
      Choice(SelfCheck.Place.unsure.rawValue, Text("不清楚", "Not sure")),
    ]))

  static let who = Field(
    "who", Text("三、谁要申请", "3. Who applies"),
    .radios([
      Choice(SelfCheck.Who.citizen.rawValue, Text("中国公民，本人申请", "A Chinese citizen, for himself")),
      Choice(SelfCheck.Who.family.rawValue, Text("替家人申请", "Somebody for one of the family")),
      Choice(SelfCheck.Who.foreigner.rawValue, Text("外国人或者无国籍人", "A foreigner or stateless person")),
    ]))

  static let members = Field("members", Text("共同生活几口人", "How many live together"), .number, required: false)
  static func income(_ line: HardshipLine?) -> Field {
    Field(
      "netIncome", Text("四、这些人的净收入一共多少（元）", "4. What they earned together, net (yuan)"), .money,
      hint: Text("不清楚可以不填", "Leave it empty if unsure")
        + (line?.lookbackMonths.map { Text("；按申请前\($0)个月合计", "; of the \($0) months before") } ?? .same("")),
      required: false)
  }
  static let own = Field(
    "ownIncome", Text("其中本人的净收入（元）", "Of that the applicant’s own (yuan)"), .money,
    hint: Text("对方是家里人的，只看这一项", "Where the other party is of the household, this alone counts"), required: false)

  static let groups = Field(
    "groups", Text("五、属于哪些人群", "5. Which groups apply"),
    .checkboxes(
      GroupCode.allCases.filter { $0 != .foreigner }.map { Choice($0.rawValue, $0.name) }), required: false)

  static let side = Field(
    "side", Text("六、对方是谁，是不是刑事案件", "6. Who is on the other side, and is it a criminal case"),
    .radios([
      Choice(
        SelfCheck.Side.others.rawValue,
        Text("不是刑事案件，对方不是共同生活的家人", "Not criminal; the other party does not live with us")),
      Choice(
        SelfCheck.Side.household.rawValue, Text("不是刑事案件，对方是共同生活的家人", "Not criminal; the other party lives with us")),
      Choice(SelfCheck.Side.suspect.rawValue, Text("刑事案件的犯罪嫌疑人、被告人", "Suspect or defendant in a criminal case")),
      Choice(SelfCheck.Side.victim.rawValue, Text("刑事案件的被害人", "Victim in a criminal case")),
    ]))
}
