import Intake
import Kernel
import Localization
import Papers
import Registry
import Storage
import Web
import WorkCalendar

/// 法律帮助读取 · Reading of the forms: everything that is wrong with them at once.
enum HelpReading {
  private typealias F = HelpFields

  static func register(_ request: WebRequest, _ known: HelpKnown) throws -> (PersonTold, HelpTold, Upload?) {
    try request.read { form in
      let person = PersonTold(
        name: form.requiredText("name", F.name.label, max: 40),
        identityNumber: form.identityNumber("identityNumber", F.identityNumber.label),
        sex: form.choice("sex", F.sex.label),
        birthOn: form.day("birthOn", F.birthOn.label, notAfter: request.today),
        phone: form.phone("phone", F.phone.label), address: form.text("address", F.address.label, max: 200),
        township: form.choice("township", F.township([]).label, among: known.townships))
      var told = HelpTold(
        form.requiredChoice("source", F.source.label),
        at: form.requiredID("place", F.place([]).label, among: known.places.map(\.id)),
        organ: form.text("organ", F.organ([]).label, max: 100),
        organCase: form.text("organCase", F.organCase.label, max: 60),
        stage: Stage(
          rawValue: form.requiredChoice("stage", F.stage.label, among: F.stages.map(\.rawValue))) ?? .investigation,
        charge: form.text("charge", F.charge([]).label, max: 60), hasDefender: form.flag("hasDefender"),
        wanted: form.choices("wanted", F.wanted.label),
        brief: form.text("brief", F.brief.label, max: 1_000, isMultiline: true),
        askedAt: form.instant("askedAt", F.askedAt.label),
        receivedAt: form.requiredInstant("receivedAt", F.receivedAt.label))
      told.isInCustody = form.choice("custody", F.custody.label, among: ["yes", "no"]).map { $0 == "yes" }
      return (person, told, form.file("paper", F.paper.label, FileType.scans))
    }
  }

  static func given(_ request: WebRequest) throws -> HelpGiven {
    try request.read { form in
      HelpGiven(
        form.choices("kinds", F.given(on: request.today).label),
        content: form.requiredText("content", F.content.label, max: 4_000, isMultiline: true),
        result: form.text("result", F.result.label, max: 500, isMultiline: true),
        at: form.requiredInstant("at", F.at.label), hasDefender: form.flag("hasDefender"),
        pleaObjection: form.text("objection", F.objection.label, max: 500, isMultiline: true))
    }
  }

  static func shifts(_ request: WebRequest, _ known: HelpKnown) throws -> PlanShifts {
    try request.read { form in
      let (lawyers, first) = (known.lawyers.map(\.id), F.turns.lowerBound)
      var turns: [DutyTurn] = []
      for number in F.turns {
        let label = F.turn(number, []).label
        let phone = form.phone("phone\(number)", F.turnPhone(number).label)
        let lawyer =
          number == first
          ? form.requiredID("lawyer\(number)", label, among: lawyers)
          : form.id("lawyer\(number)", label, among: lawyers)
        if let lawyer { turns.append(DutyTurn(lawyer, phone: phone)) }
      }
      return PlanShifts(
        form.requiredID("place", F.place([]).label, among: known.places.map(\.id)),
        from: form.requiredDay("from", F.from.label), to: form.requiredDay("to", F.to.label),
        form.requiredChoice("shift", F.shift.label), turns, form.requiredChoice("rhythm", F.rhythm.label))
    }
  }
}
