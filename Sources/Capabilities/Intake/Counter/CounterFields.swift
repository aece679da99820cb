import Kernel
import Localization
import Registry
import Web
import WorkCalendar

/// 收案字段 · Counter fields: every question of the counter, declared once for the page and for reading.
enum CounterFields {
  static let identityNumber = Field(
    "identityNumber", Text("证件号码", "Identity number"), .identityNumber,
    hint: Text("18位；外国人没有的可以不填", "18 characters; a foreigner may leave it empty"),
    basis: Text(
      "用于核对身份、查找以前的申请。加密保存，列表中不显示。",
      "Shows who applies and finds earlier applications. It is kept encrypted and never shown in lists."),
    autocomplete: "off")
  static let from = Text("咨询", "Consultation")
  static let after = Text("前一阶段的申请", "Application of the stage before")
  static let name = Field("name", Text("姓名", "Name"), hint: Text("与证件一致", "As on the card"), autocomplete: "off")
  static let phone = Field(
    "phone", Text("联系电话", "Phone"), .telephone,
    hint: Text("用于告知办理进度", "To tell about the progress"), autocomplete: "off")
  static let address = Field(
    "address", Text("现住址", "Present address"), hint: Text("乡镇、村（居）、门牌", "Township, village, door"),
    autocomplete: "off")
  static let language = select(
    "language", RecipientLanguage.label, RecipientLanguage.allCases, \.name)
  static let foreignerIsEntitled = Field(
    "foreignerIsEntitled", Text("外国人、无国籍人的援助依据", "Ground for a foreigner or stateless person"),
    .select([
      Choice("yes", Text("法律、条约或者互惠原则有规定", "Given by law, treaty or reciprocity")),
      Choice("no", Text("没有规定", "None")),
    ]), required: false)
  static let relation = select(
    "relation", Text("代为申请人的身份", "Right of the applying representative"), RepresentativeRelation.allCases, \.name,
    required: false)
  static let representativeName = Field(
    "representativeName", Text("代为申请人姓名", "Name of the applying representative"), required: false,
    autocomplete: "off")
  static let representativeNumber = Field(
    "representativeNumber", Text("代为申请人证件号码", "Identity number of the applying representative"), .identityNumber,
    required: false, autocomplete: "off")
  static let representativePhone = Field(
    "representativePhone", Text("代为申请人电话", "Phone of the applying representative"), .telephone, required: false,
    autocomplete: "off")
  static let oral = Field(
    "oral", Text("申请方式", "Manner of applying"),
    .checkboxes([
      Choice(
        "yes", Text("书写有困难，口头申请", "By mouth, as writing is hard"),
        hint: Text(
          "由工作人员记录并宣读，申请人签名或者按指印确认", "Written down and read back by staff, confirmed by signature or fingerprint"))
    ]), required: false)
  static let cause = causeSuggesting([])
  static let opposing = Field(
    "opposing", Text("对方当事人", "Opposing party"),
    hint: Text(
      "几个人用顿号隔开；自动检查利益冲突", "Set several names apart by the Chinese list comma; conflicts are looked for"))
  static let opposingNumber = Field(
    "opposingNumber", Text("对方证件号码", "Identity number of the opposing party"), .identityNumber,
    hint: Text("知道的填写，只用于检查利益冲突", "Where it is known; only conflicts are looked for by it"),
    basis: Text("只保存加密摘要，不保存号码本身。", "Only a keyed hash is kept, not the number."), required: false,
    autocomplete: "off")
  static let facts = Field("facts", Text("事实和理由", "Facts and reasons"), .textarea(rows: 4))
  static let servedAt = Field(
    "servedAt", Text("接待时间", "Time of service"), hint: Text("例如2016-03-07 15:00", "Such as 2016-03-07 15:00"))
  static let track = select(
    "track", Text("案件类型", "Case track"), CaseTrack.allCases.filter { !$0.isNotified }, \.name)
  static let form = select("form", Text("援助形式", "Form of aid"), CaseForm.allCases, \.name)
  static let stage = select("stage", Text("办案阶段", "Stage"), Stage.allCases, \.name, required: false)
  static let channel = select("channel", Text("来源渠道", "Channel"), ServiceChannel.allCases, \.name)

  /// Those that a local pack names as groups to reach are marked.
  static func groups(_ packs: [LocalRulePack]) -> Field {
    Field(
      "groups", Text("人群类别", "Groups"),
      .checkboxes(
        GroupCode.allCases.filter { ![.minor, .elderly].contains($0) }.map { group in
          let named = packs.filter { $0.groups.contains { $0.value == group } }.map { Text.same($0.name) }
          let hint = Text("地方重点人群：", "A group to reach here: ") + .list(named)
          return Choice(group.rawValue, group.name, hint: named.isEmpty ? nil : hint)
        }),
      hint: Text("未成年人、老年人由证件得出", "Minors and elderly persons are known by the identity number"), required: false)
  }

  static let retrialOrdered = Field(
    "retrialOrdered", Text("申诉、再审的进展", "How far a petition or retrial is"),
    .select([
      Choice("yes", Text("人民法院决定再审，或者人民检察院提出抗诉", "A retrial was ordered or a protest lodged")),
      Choice("no", Text("没有决定再审，也没有抗诉", "Neither")),
    ]), required: false)

  static func causeSuggesting(_ known: [String]) -> Field {
    Field(
      "cause", Text("案由", "Cause of action"), .text(suggestions: known),
      hint: Text("例如追索劳动报酬", "Such as a claim for labour pay"))
  }

  static func township(_ townships: [String]) -> Field {
    Field("township", Text("乡镇（街道）", "Township"), .select(townships.map { Choice($0, .same($0)) }), required: false)
  }

  static let otherMatter = "other"

  static func matter(_ rules: RuleSet, on day: Day, _ packs: [LocalRulePack]) -> Field {
    let listed = MatterCode.offered(rules, on: day, packs).map { Choice($0.rawValue, $0.name(rules)) }
    return Field(
      "matter", Text("请求的事项", "Matter"),
      .select(listed + [Choice(otherMatter, Text("其他事项，人工判断", "Another matter, judged by hand"))]),
      hint: Text("刑事和申诉事项的案件类型由事项确定", "In criminal matters and petitions the track follows from it"))
  }

  static func claims(_ rules: RuleSet, _ packs: [LocalRulePack]) -> Field {
    Field(
      "claims", Text("免予经济困难审查", "Exempt from the hardship test"),
      .checkboxes(
        ExemptionCode.offered(rules, packs).map {
          Choice($0.rawValue, $0.name, hint: $0.proof(rules, packs))
        }),
      hint: Text("看到证明后再勾选", "Tick only what is proven"), required: false)
  }

  static let proof = Field(
    "proof", Text("怎样证明", "Shown by"), .select(ProofMode.allCases.map { Choice($0.rawValue, $0.name) }),
    hint: Text(
      "信息共享查询到的、有电子证照的，不再要求交纸质材料", "What a data query or an e-certificate shows needs no paper"),
    required: false)

  private static func select<T: RawRepresentable<String>>(
    _ name: String, _ label: Text, _ all: [T], _ words: (T) -> Text, required: Bool = true
  ) -> Field {
    Field(name, label, .select(all.map { Choice($0.rawValue, words($0)) }), required: required)
  }
}
