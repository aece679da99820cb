import Intake
import Kernel
import Localization
import Storage
import Web
import WorkCalendar

/// 规则包的依据 · Pack head: what a pack is called, the document that it carries out, and its days.
struct PackHead {
  let name: String
  let document: String
  let from: Day
  let to: Day?

  static let name = Field(
    "name", Text("规则包名称", "Name of the pack"), hint: Text("例如：某县-2016。", "A short one, such as COUNTY-2016."))
  static let document = Field(
    "document", Text("依据文件", "Document"), hint: Text("文件的名称和文号。", "Name and number of the government document."))
  static let from = Field("from", Text("施行日期", "First day"), .date)
  static let to = Field("to", Text("截止日期", "Last day"), .date, required: false)
  static let fields = [name, document, from, to]

  static func read(_ form: inout FieldReader) -> PackHead {
    let head = PackHead(
      name: form.requiredText("name", name.label, max: 40),
      document: form.requiredText("document", document.label, max: 100),
      from: form.requiredDay("from", from.label), to: form.day("to", to.label))
    if let to = head.to, to < head.from { form.refuseEarlyEnd(at: "to") }
    return head
  }

  /// A new draft: as written out in YAML, else as a pack that ships or was adopted here, else empty under its own head.
  static func start(_ request: WebRequest, adopted: [AdoptedPack]) throws -> LocalRulePack {
    let offered = Self.offered(adopted)
    let (base, yaml) = try request.read { form in
      (
        form.choice("base", StartPackPage.base(offered).label, among: offered.map(\.value)),
        form.text("content", StartPackPage.content.label, max: 10_000, isMultiline: true)
      )
    }
    if let yaml {
      do { return try RulePackFile.read(yaml: yaml, file: "YAML") } catch let fault as YAMLFault {
        throw Refusals([Refusal("rulePack.content", .same(fault.description), field: "content")])
      }
    }
    if let pack = LocalRulePack.shipped.first(where: { $0.name == base }) { return pack }
    if let pack = adopted.first(where: { $0.id.description == base }) { return try pack.pack() }
    let head = try request.read { read(&$0) }
    return LocalRulePack(name: head.name, document: head.document, from: head.from, to: head.to)
  }

  /// What a draft may begin as.
  static func offered(_ adopted: [AdoptedPack]) -> [Choice] {
    LocalRulePack.shipped.map { Choice($0.name, .same($0.name), hint: Text("随附的规则包", "A pack that ships")) }
      + adopted.map {
        Choice(
          $0.id.description, .same("\($0.name) \($0.from)"), hint: Text("本单位采用过的规则包", "A pack adopted here"))
      }
  }
}
