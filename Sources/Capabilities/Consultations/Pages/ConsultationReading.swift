import Kernel
import Localization
import Registry
import Web

/// 咨询读取 · Consultation reading: the forms as actions, or everything that is wrong with them.
enum ConsultationReading {
  private typealias F = ConsultationFields

  static func record(_ request: WebRequest, townships: [String]) throws -> RecordConsultation {
    try request.read { form in
      let consulter = Consulter(
        name: form.text("name", F.name.label, max: 100),
        identityNumber: form.identityNumber("identityNumber", F.identityNumber.label),
        phone: form.phone("phone", F.phone.label), address: form.text("address", F.address.label, max: 200),
        groups: form.choices("groups", F.groups.label), declinesIdentity: form.flag("declines"),
        companions: form.text("companions", F.companions.label, max: 200))
      let told = ConsultationTold(
        ServiceChannel(
          rawValue: form.requiredChoice("channel", F.channel.label, among: F.channels.map(\.rawValue))) ?? .visit,
        form.requiredChoice("topic", F.topic.label), cause: form.requiredText("cause", F.cause.label, max: 100),
        content: form.requiredText("content", F.content.label, max: 4_000, isMultiline: true),
        opposing: form.text("opposing", F.opposing.label, max: 300),
        township: form.choice("township", F.township([]).label, among: townships),
        servedAt: form.requiredInstant("servedAt", F.servedAt.label))
      return RecordConsultation(consulter, told, outcome(&form))
    }
  }

  static func outcome(_ form: inout FieldReader) -> ConsultationOutcome {
    let mode: F.Mode = form.requiredChoice("mode", F.mode([]).label)
    let text =
      mode == .now ? form.requiredText("answer", F.answer.label, max: 4_000, isMultiline: true) : read(&form)
    let answer = ConsultationAnswer(
      text ?? "", handling: form.choice("handling", F.handling.label) ?? .answered,
      department: form.text("department", F.department.label, max: 100), isReminded: form.flag("reminded"))
    guard mode != .appointment else {
      return .appointment(form.requiredInstant("appointedAt", F.appointedAt.label))
    }
    _ = form.text("appointedAt", F.appointedAt.label, max: 40)
    return mode == .now ? .answered(answer) : .later
  }

  private static func read(_ form: inout FieldReader) -> String? {
    form.text("answer", F.answer.label, max: 4_000, isMultiline: true)
  }
}
