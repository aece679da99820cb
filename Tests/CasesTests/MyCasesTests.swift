import Cases
import Kernel
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 我的案件: a lawyer on a phone sees what is next in each case.
@Suite struct MyCasesTests {
  @Test(arguments: TestOffice.Engine.allCases)
  func whatIsNextInEachCase(_ engine: TestOffice.Engine) async throws {
    let office = try await CaseFlow.office(engine)
    let first = try await CaseFlow.open(office)
    try await first.begin()
    try await office.run(
      "lawyer",
      AddHearing(
        aidCase: first.id, heldOn: .literal(2016, 6, 20), startsAt: "09:30", court: "青禾县人民法院", place: "第三审判庭"))
    let second = try await CaseFlow.open(office, recipient: "钱某", against: "李建国")
    try await second.assign()
    try await office.browse { browser in
      let lawyer = browser()
      try await lawyer.signIn("lawyer")
      let page = try await lawyer.get("/my-cases")
      let words = try page.words()
      for said in ["待签订协议", "2016年6月20日 09:30 青禾县人民法院 第三审判庭", "结案法律文书", "还有 7 天", "第22条"] {
        #expect(words.contains(said), "\(said)")
      }
      // Of one case only: in the other the meeting is on record already.
      #expect(words.ranges(of: "会见（约见）笔录").count == 1)
      let links = try page.links()
      #expect(links.contains("/cases/\(second.id)/engagement"))
      let record = "/cases/\(first.id)/records"
      #expect(links.contains("\(record)?kind=progress"))
      let form = try await lawyer.get("\(record)?kind=progress").form(action: record)
      #expect(form.value("kind") == "progress")
      let bogus = try await lawyer.get("\(record)?kind=%3Cscript%3E").form(action: record)
      #expect(bogus.value("kind") != "<script>")
      _ = try await lawyer.get("/language?to=en&next=/work")
      #expect(try await lawyer.get("/my-cases").words().contains("The agreement to be signed"))
      let other = browser()
      try await other.signIn("lawyer3")
      #expect(try await !other.get("/my-cases").words().contains("赵春兰"))
    }
  }
}
