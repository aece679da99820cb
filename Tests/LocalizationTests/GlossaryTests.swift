import Localization
import Testing

@Suite("Glossary")
struct GlossaryTests {
  @Test(
    "The fixed English in any case, number or hyphenation is right",
    arguments: [
      Text("受援人", "Recipients"), Text("律师事务所", "Law firm"), Text("社会律师", "law firm lawyers"),
      Text("不予受理", "Not accepted"), Text("申请日期", "Applied on"), Text("指派通知书", "Assignment notice"),
      Text("妇女", "Women"), Text("少数民族", "Ethnic minorities"), Text("农民工", "Migrant workers"),
      Text("办案补贴", "Case subsidies"), Text("残联", "Disabled persons' federation"),
      Text("《公安机关办理刑事案件程序规定》", "Provisions on criminal procedure"), Text("你好", "Hello"),
    ])
  func right(text: Text) {
    #expect(Glossary.faults(in: text).isEmpty)
  }

  @Test(
    "Another word for the same thing is found",
    arguments: [
      (Text("受援人", "Beneficiary"), "受援人"), (Text("台账", "Register"), "台账"), (Text("农民工", "Farmers"), "农民工"),
      (Text("不予受理", "Rejected"), "不予受理"), (Text("看守所", "Jail"), "看守所"), (Text("值班律师", "Lawyer on call"), "值班律师"),
      (Text("受援人向法院", "The recipient to the tribunal"), "法院"),
    ])
  func wrong(text: Text, term: String) {
    #expect(Glossary.faults(in: text).map(\.term.zh) == [term])
  }

  @Test func theLongestTermCounts() {
    #expect(Glossary.faults(in: Text("被投诉人", "Respondent")).isEmpty)
    #expect(Glossary.faults(in: Text("审查起诉", "Prosecution review")).isEmpty)
    #expect(Glossary.faults(in: Text("被投诉人", "Complainant")).map(\.term.zh) == ["被投诉人"])
  }

  @Test func everyTermStandsOnceAndAgreesWithItself() {
    let names = Glossary.terms.map(\.zh)
    #expect(Set(names).count == names.count)
    for term in Glossary.terms { #expect(Glossary.faults(in: Text(term.zh, term.en)).isEmpty) }
  }
}
