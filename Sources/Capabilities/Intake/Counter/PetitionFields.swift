import Kernel
import Localization
import Markup
import Web
import WorkCalendar

/// 申诉字段 · Petition fields: what the counter asks besides of somebody who does not accept an effective judgment.
enum PetitionFields {
  static let judgment = Field(
    "petitionJudgment", Text("生效裁判（决定）文书案号", "Number of the effective judgment"), required: false)
  static let effectiveOn = Field(
    "petitionEffectiveOn", Text("生效日期", "Took effect on"), .date,
    hint: Text("民事再审应当在生效后六个月内申请", "A civil retrial is applied for within six months"), required: false)
  static let organ = Field("petitionOrgan", Text("受理申诉的机关", "Organ petitioned"), required: false)
  static let ground = Field(
    "petitionGround", Text("申诉事由", "Ground of the petition"),
    hint: Text("例如有新的证据足以推翻原判决", "Such as new evidence that would overturn the judgment"), required: false)
  static let wasRejected = Field(
    "petitionRejected", Text("以前的申诉", "Earlier petitions"),
    .select([
      Choice("no", Text("没有申诉过，或者没有被驳回", "None, or none rejected")), Choice("yes", Text("曾被驳回", "Rejected before")),
    ]), required: false)

  static let names = [
    "petitionJudgment", "petitionEffectiveOn", "petitionOrgan", "petitionGround", "petitionRejected",
  ]

  static func html(_ ask: Asker) -> HTML {
    let isPetition =
      MatterCode(rawValue: ask.view.answers["matter"]) == .retrial
      || CaseTrack(rawValue: ask.view.answers["track"]) == .petition
    return disclosure(
      Text("申诉：生效裁判和事由", "Petition: judgment and ground"), open: isPetition || names.contains { ask.isFilled($0) },
      in: ask.language
    ) {
      div(.class("grid2")) {
        ask(judgment)
        ask(effectiveOn)
        ask(organ)
        ask(ground)
        ask(wasRejected)
      }
    }
  }

  /// Nil save in petitions.
  static func read(_ form: inout FieldReader, isPetition: Bool) -> PetitionFacts? {
    let number = form.text("petitionJudgment", judgment.label, max: 100)
    let effectiveOn = form.day("petitionEffectiveOn", effectiveOn.label)
    let organ = form.text("petitionOrgan", organ.label, max: 100)
    let why = form.text("petitionGround", ground.label, max: 300)
    let rejected = form.choice("petitionRejected", wasRejected.label, among: ["yes", "no"]).map { $0 == "yes" }
    guard isPetition else { return nil }
    guard let number, let why else {
      form.refuse(
        "field-missing", at: number == nil ? "petitionJudgment" : "petitionGround",
        Text(
          "申诉案件请填写生效裁判文书案号和申诉事由。", "In a petition, give the number of the effective judgment and the ground."))
      return nil
    }
    return PetitionFacts(
      judgment: number, effectiveOn: effectiveOn, organ: organ, ground: why, wasRejected: rejected)
  }
}
