import Cases
import Intake
import Kernel
import Localization
import Papers
import Registry
import Web
import WorkCalendar

/// 通知读取 · Reading of a notice's form: everything that is wrong with it at once.
enum NoticeReading {
  private typealias F = NoticeFields

  struct Read {
    let person: PersonTold
    let told: NoticeTold
    let notice: Upload?
    let instrument: Upload?
  }

  static func register(_ request: WebRequest, townships: [String]) throws -> Read {
    try request.read { form in
      let (person, told) = told(&form, townships: townships, today: request.today)
      return Read(
        person: person, told: told, notice: form.file("notice", F.notice.label, FileType.scans),
        instrument: form.file("instrument", F.instrument.label, FileType.scans))
    }
  }

  /// What a notice says, typed at the counter or standing in an organ's list.
  static func told(
    _ form: inout FieldReader, townships: [String], today: Day
  ) -> (person: PersonTold, notice: NoticeTold) {
    let person = PersonTold(
      name: form.requiredText("name", F.name.label, max: 40),
      identityNumber: form.identityNumber("identityNumber", F.identityNumber.label),
      sex: form.choice("sex", F.sex.label), birthOn: form.day("birthOn", F.birthOn.label, notAfter: today),
      phone: form.phone("phone", F.phone.label), address: form.text("address", F.address.label, max: 200),
      township: form.choice("township", F.township([]).label, among: townships))
    let time = form.timeOfDay("hearingAt", F.hearingAt.label)
    var told = NoticeTold(
      form.requiredChoice("organKind", F.organKind.label),
      form.requiredText("organ", F.organ([]).label, max: 100),
      organCase: form.text("organCase", F.organCase.label, max: 60),
      stage: Stage(
        rawValue: form.requiredChoice("stage", F.stage.label, among: F.stages.map(\.rawValue))) ?? .investigation,
      situations: Set(form.choices("situations", F.situationsLabel, NoticeSituation.self)),
      charge: form.text("charge", F.charge.label, max: 60), place: form.text("place", F.place.label, max: 100),
      contact: contact(&form), receivedAt: form.requiredInstant("receivedAt", F.receivedAt.label),
      discoveredOn: form.day("discoveredOn", F.discoveredOn.label),
      hearingOn: form.day("hearingOn", F.hearingOn.label), hearingAt: time, isShortProcedure: form.flag("short"))
    told.isInCustody = form.choice("custody", F.custody.label, among: ["yes", "no"]).map { $0 == "yes" }
    return (person, told)
  }

  static func call(_ id: CaseID, _ request: WebRequest) throws -> AskOrgan {
    try request.read { form in
      AskOrgan(
        id, spokeWith: form.requiredText("spokeWith", NoticeCallPage.spokeWith.label, max: 60),
        answer: form.requiredText("answer", NoticeCallPage.answer.label, max: 500, isMultiline: true),
        NoticeSupplement(
          charge: form.text("charge", F.charge.label, max: 60),
          situations: Set(form.choices("situations", F.situationsLabel, NoticeSituation.self)),
          place: form.text("place", F.place.label, max: 100), contact: contact(&form)))
    }
  }

  private static func contact(_ form: inout FieldReader) -> OrganContact {
    OrganContact(
      name: form.text("contactName", F.contactName.label, max: 40),
      phone: form.phone("contactPhone", F.contactPhone.label))
  }
}
