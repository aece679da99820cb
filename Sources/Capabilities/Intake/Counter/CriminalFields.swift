import Kernel
import Localization
import Markup
import Web
import WorkCalendar

/// 刑事案件字段 · Criminal fields: what the counter asks besides in a criminal case, and how it is read.
enum CriminalFields {
  static let position = Field(
    "position", Text("诉讼地位", "Legal position"),
    .select(LegalPosition.allCases.map { Choice($0.rawValue, $0.name) }),
    required: false)
  static let organKind = Field(
    "organKind", Text("办案机关类别", "Kind of organ"), .select(OrganKind.allCases.map { Choice($0.rawValue, $0.name) }),
    required: false)
  static let organCase = Field("organCase", Text("办案机关案号", "The organ’s number"), required: false)
  static let place = Field(
    "custodyPlace", Text("羁押场所", "Place of custody"),
    hint: Text("在押的填写；住址、电话可以不填", "For a detained person; address and phone may be left empty"), required: false)
  static let through = Field(
    "custodyThrough", Text("申请如何转来", "How the application came"),
    .select(CustodyChannel.allCases.map { Choice($0.rawValue, $0.name) }), required: false)
  static let handedOver = Field(
    "custodyHandedOverAt", Text("本人提出申请的时间", "When the person handed it over"),
    hint: Text(
      "转交函上写明的时间，例如2016-03-07 15:00；超过24小时转来的记录迟延，照常受理",
      "As the letter says, such as 2016-03-07 15:00; what came after 24 hours is recorded as late and taken in all the same"
    ),
    required: false)

  static func organ(_ known: [String]) -> Field {
    Field("organ", Text("办案机关", "Handling organ"), .text(suggestions: known), required: false)
  }

  static let names = [
    "position", "organKind", "organ", "organCase", "custodyPlace", "custodyThrough", "custodyHandedOverAt",
  ]

  static func html(_ ask: Asker) -> HTML {
    let isCriminal =
      MatterCode(rawValue: ask.view.answers["matter"])?.isOf?.track.isCriminal == true
      || CaseTrack(rawValue: ask.view.answers["track"])?.isCriminal == true
    return disclosure(
      Text("刑事案件：办案机关和羁押情况", "Criminal case: organ and custody"),
      open: isCriminal || names.contains { ask.isFilled($0) }, in: ask.language
    ) {
      div(.class("grid2")) {
        ask(position)
        ask(organKind)
        ask(organ(ask.view.organs))
        ask(organCase)
        ask(place)
        ask(through)
        ask(handedOver)
      }
    }
  }

  /// Nil outside criminal cases.
  static func read(_ form: inout FieldReader, isCriminal: Bool) -> CriminalFacts? {
    let position: LegalPosition? = form.choice("position", position.label)
    let kind: OrganKind? = form.choice("organKind", organKind.label)
    let organ = form.text("organ", organ([]).label, max: 100)
    let number = form.text("organCase", organCase.label, max: 100)
    let custody = custody(&form)
    guard isCriminal else { return nil }
    guard let position else {
      form.refuse(
        "field-missing", at: "position",
        Text("刑事案件请选择申请人的诉讼地位。", "In a criminal case, choose the applicant’s legal position."))
      return nil
    }
    if organ == nil {
      form.refuse(
        "field-missing", at: "organ",
        Text(
          "刑事案件请填写办案机关，由其所在地的法律援助中心受理。",
          "In a criminal case, name the handling organ: the centre of its place is competent."))
    }
    return CriminalFacts(position, organKind: kind, organ: organ, organCase: number, custody: custody)
  }

  private static func custody(_ form: inout FieldReader) -> Custody? {
    let place = form.text("custodyPlace", place.label, max: 100)
    let through: CustodyChannel? = form.choice("custodyThrough", through.label)
    let handedOverAt = form.instant("custodyHandedOverAt", handedOver.label)
    guard place != nil || through != nil || handedOverAt != nil else { return nil }
    guard let place, let through else {
      form.refuse(
        "field-missing",
        at: place != nil ? "custodyPlace" : through != nil ? "custodyThrough" : "custodyHandedOverAt",
        Text(
          "在押人员的申请，请填写羁押场所和转交途径。", "For a detained person, give the place of custody and how the application came.")
      )
      return nil
    }
    return Custody(place: place, through: through, handedOverAt: handedOverAt)
  }
}
