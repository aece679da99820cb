import Kernel
import Localization
import Registry
import Storage
import Web
import WorkCalendar

/// 群体成员字段 · Group fields: what is asked of each who applies along.
enum GroupFields {
  static let name = Field(
    "name", CounterFields.name.label, hint: CounterFields.name.hint, required: false, autocomplete: "off")
  static let identityNumber = Field(
    "identityNumber", CounterFields.identityNumber.label, .identityNumber, required: false, autocomplete: "off")
  static let phone = Field(
    "phone", CounterFields.phone.label, .telephone, hint: CounterFields.phone.hint, required: false,
    autocomplete: "off")
  static let claimed = Field("claimed", Text("请求金额（元）", "Amount claimed (yuan)"), .money, required: false)
  static let list = Field(
    GroupMemberTold.listField, Text("成员名单", "List of members"), .file(accept: ".xlsx,.csv", multiple: false),
    hint: Text(
      "Excel或者CSV文件，第一行是列名，与下面各项同名，姓名和证件号码必须有。整份名单都正确才会登记；只登记一人的，填写下面各项。",
      "An Excel or CSV file whose first line names the columns as the questions below; name and identity number are needed. It is recorded only when every line is right. For one person fill in what follows."
    ), required: false)
  static let reason = Field(
    "reason", Text("移出原因", "Why they leave"), .textarea(rows: 2),
    hint: Text("例如本人撤回、条件不符另行申请。", "Such as: withdrew, or applies by himself."))
  static let membersLabel = Text("移出的成员", "Who leaves")

  static let unreadable = Text(
    "文件不能读取，请另存为Excel（.xlsx）或者CSV后再上传。",
    "The file cannot be read: save it as Excel (.xlsx) or CSV and send it again.")
  static let empty = Text("名单里没有人，请在列名下面填写。", "Nobody is on the list: fill it in below the names of the columns.")

  /// 列 · The questions of the form, as a list has them.
  static func columns(_ rules: RuleSet, _ packs: [LocalRulePack]) -> [Field] {
    [
      name, identityNumber, phone, claimed, HouseholdFields.members, HouseholdFields.netIncome,
      HouseholdFields.months(nil), CounterFields.groups(packs), CounterFields.claims(rules, packs),
    ]
  }

  static func read(
    _ form: inout FieldReader, _ rules: RuleSet, _ packs: [LocalRulePack], _ today: Day
  ) -> GroupMemberTold {
    let groups: [GroupCode] = form.choices("groups", CounterFields.groups([]).label)
    let number = form.requiredIdentityNumber("identityNumber", identityNumber.label)
    let facts = IdentityFacts.read(number, &form, today)
    let person = PersonTold(
      name: form.requiredText("name", name.label, max: 100), identityNumber: number, sex: facts?.sex,
      birthOn: facts?.birthOn, phone: form.phone("phone", phone.label),
      groups: IdentityFacts.joined(facts, groups, on: today))
    return GroupMemberTold(
      person, household: HouseholdFields.totals(&form, isOpponentWithin: false),
      claims: form.choices("claims", CounterFields.claims(rules, packs).label),
      claimedFen: form.moneyFen("claimed", claimed.label))
  }
}
