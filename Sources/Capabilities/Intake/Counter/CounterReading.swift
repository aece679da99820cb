import Kernel
import Localization
import Registry
import Storage
import Web
import WorkCalendar

/// 收案读取 · Counter reading: the form as an action, or everything that is wrong with it.
enum CounterReading {
  private typealias F = CounterFields

  static func action(
    _ request: WebRequest, townships: [String], packs: [LocalRulePack], kept: [KeptUpload],
    _ starts: [ApplicationStart]
  ) throws -> RegisterApplication {
    let rules = RuleSet.inForce(on: request.today)
    return try request.read { form in
      let person = person(&form, townships, request.today)
      var told = told(&form, rules, request.today, packs, person.groups)
      told.consultation = form.id(CounterFrom.consultationField, F.from)
      told.continues = form.id(CounterFrom.stageField, F.after)
      told.started = CounterFrom.start(request, starts)?.0
      for item in CounterMaterials.items(rules) { _ = form.files(KeptUpload.prefix + item.code, item.name) }
      return RegisterApplication(
        person, told, materials: CounterMaterials.handedIn(kept, rules),
        shown: request.fields.values(DraftUpload.shown))
    }
  }

  private static func person(_ form: inout FieldReader, _ townships: [String], _ today: Day) -> PersonTold {
    let groups: [GroupCode] = form.choices("groups", F.groups([]).label)
    // Who is held may not know his number, and has no telephone.
    let isHeld = form.text("custodyPlace", CriminalFields.place.label, max: 100) != nil
    let number =
      groups.contains(.foreigner) || isHeld
      ? form.identityNumber("identityNumber", F.identityNumber.label)
      : form.requiredIdentityNumber("identityNumber", F.identityNumber.label)
    let facts = IdentityFacts.read(number, &form, today)
    return PersonTold(
      name: form.requiredText("name", F.name.label, max: 100), identityNumber: number, sex: facts?.sex,
      birthOn: facts?.birthOn,
      phone: isHeld ? form.phone("phone", F.phone.label) : form.requiredPhone("phone", F.phone.label),
      address: isHeld
        ? form.text("address", F.address.label, max: 200) : form.requiredText("address", F.address.label, max: 200),
      township: form.choice("township", F.township([]).label, among: townships),
      groups: IdentityFacts.joined(facts, groups, on: today))
  }

  private static func told(
    _ form: inout FieldReader, _ rules: RuleSet, _ today: Day, _ packs: [LocalRulePack], _ groups: [GroupCode]
  ) -> ApplicationTold {
    let matter = form.requiredChoice(
      "matter", F.matter(rules, on: today, packs).label,
      among: MatterCode.offered(rules, on: today, packs).map(\.rawValue) + [F.otherMatter])
    var told = ApplicationTold(
      matterCode: MatterCode(rawValue: matter), cause: form.requiredText("cause", F.cause.label, max: 100),
      opposing: MatterCode(rawValue: matter) == .criminalDefence
        ? form.text("opposing", F.opposing.label, max: 300) ?? ""
        : form.requiredText("opposing", F.opposing.label, max: 300),
      facts: form.requiredText("facts", F.facts.label, max: 4_000, isMultiline: true))
    told.opposingNumber = opposingNumber(&form, of: PartyTable.names(in: told.opposing))
    let track: CaseTrack = form.requiredChoice("track", F.track.label)
    if track.isNotified {
      form.refuse(
        "field-format", at: "track",
        Text("通知案件由办案机关的通知开始，不在这里登记。", "A notified case begins with the organ’s notice, not here."))
    }
    told.form = form.requiredChoice("form", F.form.label)
    told.track = track
    if let isOf = told.matterCode?.isOf { (told.track, told.form) = (isOf.track, isOf.form ?? told.form) }
    if let matter = told.matterCode, !matter.fits(told.track) {
      let (name, fitting) = (matter.name(rules), Text.list(CaseTrack.allCases.filter(matter.fits).map(\.name)))
      form.refuse(
        "matter.track", at: "track",
        Text(
          "“\(name.zh)”的案件类型可以是：\(fitting.zh)，请改选。", "“\(name.en)” may be: \(fitting.en). Choose one of these."))
    }
    told.stage = form.choice("stage", F.stage.label)
    told.petition = PetitionFields.read(&form, isPetition: told.track == .petition)
    if told.track == .petition {
      told.stage = told.stage ?? .petitionReview
      if told.stage == .petitionReview { told.form = .otherNonLitigation }
    }
    told.criminal = CriminalFields.read(&form, isCriminal: told.track.isCriminal)
    if told.track.isCriminal, told.stage == nil {
      form.refuse("field-missing", at: "stage", Text("刑事案件请选择办案阶段。", "In a criminal case, choose the stage."))
    }
    told.household = HouseholdFields.read(&form, opposing: PartyTable.names(in: told.opposing))
    told.foreignerIsEntitled = entitled(&form)
    told.retrialOrdered = retrialOrdered(&form)
    told.representative = representative(&form)
    told.isOral = form.flag("oral")
    told.language = form.requiredChoice("language", F.language.label)
    told.claims = form.choices("claims", F.claims(rules, packs).label)
    told.proof = proof(&form, told.claims, rules)
    told.military = MilitaryFields.read(&form, groups: groups, claims: told.claims)
    told.channel = form.requiredChoice("channel", F.channel.label)
    told.servedAt = form.requiredInstant("servedAt", F.servedAt.label)
    return told
  }

  /// Of one opposing party: of several nobody could tell whose it is.
  private static func opposingNumber(_ form: inout FieldReader, of names: [String]) -> String? {
    guard let number = form.identityNumber("opposingNumber", F.opposingNumber.label) else { return nil }
    if names.count != 1 {
      form.refuse(
        "opposing.number", at: "opposingNumber",
        Text("只有一个对方当事人时才能填写证件号码，请清空这一项。", "Only of one opposing party: leave it empty for none or several."))
    }
    return number
  }

  /// Nil where the applicant comes himself; whoever names a representative says in what right, and the other way round.
  private static func representative(_ form: inout FieldReader) -> Representative? {
    let relation: RepresentativeRelation? = form.choice("relation", F.relation.label)
    let name = form.text("representativeName", F.representativeName.label, max: 100)
    let number = form.identityNumber("representativeNumber", F.representativeNumber.label)
    let phone = form.phone("representativePhone", F.representativePhone.label)
    guard relation != nil || name != nil || number != nil || phone != nil else { return nil }
    guard let relation, let name else {
      form.refuse(
        "field-missing", at: relation == nil ? "relation" : "representativeName",
        Text("由他人代为申请的，请填写其身份和姓名。", "For a representative, give the name and in what right."))
      return nil
    }
    return Representative(relation, name: name, identityNumber: number, phone: phone)
  }

  /// Nil where it was not said; a way that does not show what is claimed is refused.
  private static func proof(
    _ form: inout FieldReader, _ claims: [ExemptionCode], _ rules: RuleSet
  ) -> ProofMode? {
    guard let proof: ProofMode = form.choice("proof", F.proof.label) else { return nil }
    guard let claim = claims.first else {
      form.refuse(
        "proof.claim", at: "proof",
        Text("没有勾选免予审查的情形，请先勾选，或者清空这一项。", "No exemption is ticked: tick one first, or leave this empty."))
      return nil
    }
    let modes = claim.proofModes(rules)
    if !modes.contains(proof) {
      let names = Text.list(modes.map(\.name))
      form.refuse(
        "proof.mode", at: "proof",
        Text(
          "“\(claim.name.zh)”可以用这些方式证明：\(names.zh)，请改选。",
          "“\(claim.name.en)” is shown by: \(names.en). Choose one of these."))
    }
    return proof
  }

  static func retrialOrdered(_ form: inout FieldReader) -> Bool? {
    form.choice("retrialOrdered", F.retrialOrdered.label, among: ["yes", "no"]).map { $0 == "yes" }
  }

  static func entitled(_ form: inout FieldReader) -> Bool? {
    form.choice("foreignerIsEntitled", F.foreignerIsEntitled.label, among: ["yes", "no"]).map { $0 == "yes" }
  }
}

extension IdentityFacts {
  /// Of the number in a form; refuses a birth date that is still to come.
  static func read(_ number: String?, _ form: inout FieldReader, _ today: Day) -> IdentityFacts? {
    let facts = number.flatMap(IdentityFacts.init)
    if let birthOn = facts?.birthOn, birthOn > today {
      form.refuse(
        "identity-number-future", at: "identityNumber",
        Text("证件号码中的出生日期晚于今天，请核对。", "The birth date in the number is after today: check it."))
    }
    return facts
  }
}
