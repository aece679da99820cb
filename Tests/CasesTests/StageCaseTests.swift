import Cases
import Foundation
import Intake
import Kernel
import Papers
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// AT-12.4: two lawyers of one case keep one dossier; the next stage is a case and a dossier of its own, linked both ways.
@Suite struct StageCaseTests {
  private static let person = PersonTold(
    name: "赵春兰", identityNumber: "320999197002182184", phone: "13912346210", address: "青禾县河东镇柳湾村三组",
    township: "河东镇")
  private static let told = ApplicationTold(
    matterCode: .labourPay, cause: "追索劳动报酬", opposing: "青禾宏达建筑劳务有限公司", facts: "拖欠九个月工资。",
    stage: .firstInstance, claims: [.livingAllowance])

  /// AT-12.4, first half.
  @Test(arguments: TestOffice.Engine.allCases)
  func twoLawyersKeepOneDossier(_ engine: TestOffice.Engine) async throws {
    let flow = try await CaseFlow.open(CaseFlow.office(engine, seal: true))
    let second = try await flow.lawyer("lawyer2").person
    #expect(try await name(flow, second, by: "assigner") == ["coUndertaker.notNow"])
    try await flow.assign()
    #expect(try await sees(flow, "lawyer2") == false)
    #expect(try await name(flow, flow.lawyer("lawyer").person) == ["coUndertaker.himself"])
    #expect(try await name(flow, flow.lawyer("lawyer3").person) == ["assignment.otherUnit"])
    #expect(try await name(flow, second) == [])
    #expect(try await name(flow, second) == ["coUndertaker.unchanged"])
    #expect(try await flow.aidCase.undertakerNames == "张静、何涛")
    #expect(try await sees(flow, "lawyer2"))
    #expect(try await sees(flow, "lawyer3") == false)

    // Either works on the one case; what both did stands in the one dossier.
    try await flow.office.run(
      "lawyer2", EngageRecipient(aidCase: flow.id, engagedOn: CaseFlow.assigned, agreement: flow.scan))
    try await flow.office.run(
      "lawyer",
      AddHandlingRecord(
        aidCase: flow.id, kind: .meeting, doneOn: CaseFlow.assigned, content: "告知。", file: flow.scan))
    try await flow.office.run("lawyer2", UploadToCase(aidCase: flow.id, item: "evidence", file: flow.scan))
    try await flow.office.run(
      "lawyer",
      CloseCase(
        aidCase: flow.id, basis: .judgment, closedOn: CaseFlow.assigned, result: .claimsWhole, outcome: "支持"))
    let files = try await flow.office.services.database.read { [id = flow.id] in
      try AttachmentTable.of([.aidCase(id)], $0)
    }
    #expect(Set(files.map(\.uploadedBy)) == ["张静", "何涛"])
    #expect(try await name(flow, nil) == [])
    #expect(try await sees(flow, "lawyer2") == false)
  }

  /// The second undertaker who takes the case over by a replacement is not its second one any more.
  @Test func whoTakesOverStandsOnce() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    try await flow.begin()
    let second = try #require(try await flow.lawyer("lawyer2").person)
    #expect(try await name(flow, second) == [])
    try await flow.office.run(
      "lawyer", RequestReplacement(aidCase: flow.id, ground: .inability, reason: "住院。"))
    try await flow.office.run("reviewer", ReviewReplacement(aidCase: flow.id, recommends: true, opinion: "属实。"))
    try await flow.office.run(
      "director", DecideReplacement(aidCase: flow.id, outcome: .unitReplaces, opinion: "同意更换。"))
    try await flow.office.run("firm", NameUndertaker(aidCase: flow.id, person: second, organ: "青禾县人民法院"))
    #expect(try await flow.aidCase.undertakerNames == "何涛")
  }

  /// AT-12.4, second half, as the clerk does it: what is known is filled in.
  @Test(arguments: TestOffice.Engine.allCases)
  func theNextStageIsACaseOfItsOwn(_ engine: TestOffice.Engine) async throws {
    let office = try await CaseFlow.office(engine)
    var told = Self.told
    told.language = .other(.sign)
    let first = try await granted(office, try await office.run("clerk", RegisterApplication(Self.person, told)))
    try await first.close()
    let application = try #require(try await first.aidCase.application)
    try await office.browse { open in
      let clerk = open()
      try await clerk.signIn("clerk")
      let path = "/applications/new?after=\(application)"
      #expect(try await clerk.get("/applications/\(application)").links().contains(path))
      #expect(try await clerk.get("/cases/\(first.id)").links().contains(path))
      let form = try await clerk.get(path).form(action: "/applications/new")
      let known = [
        "name": "赵春兰", "identityNumber": "320999197002182184", "cause": "追索劳动报酬", "stage": "secondInstance",
        "opposing": "青禾宏达建筑劳务有限公司", "language": "sign",
      ]
      for (field, value) in known { #expect(form.value(field) == value, "\(field)") }
      let other = try await form.fill(["identityNumber": "320999198501011237", "name": "李四"]).submit()
      #expect(other.status == 422 && other.text.contains("下一阶段的申请人应当与前一阶段相同"))
      let done = try await form.fill(["facts": "对一审判决不服。"]).submit()
      #expect(done.path.hasPrefix("/applications/") && done.text.contains("对一审判决不服。"))
    }
    let found = try await office.value(
      "SELECT id FROM aid_application WHERE stage = 'secondInstance'", as: ApplicationID.self)
    let next = try #require(found)
    let second = try await granted(office, next)
    let (one, two) = (try await first.aidCase, try await second.aidCase)
    #expect(one.id != two.id && one.number != two.number && one.matter == two.matter)
    #expect(two.acceptedOn > one.acceptedOn && two.state == .opened && one.state == .closed)

    try await office.browse { open in
      let assigner = open()
      try await assigner.signIn("assigner")
      #expect(try await assigner.get("/cases/\(one.id)").links().contains("/cases/\(two.id)"))
      #expect(try await assigner.get("/cases/\(two.id)").links().contains("/cases/\(one.id)"))
      // Who knows the matter comes first.
      #expect(try await assigner.get("/cases/\(two.id)/assignment").words().contains("承办过本事项的前一阶段"))
    }
  }

  @Test func whatWasNotGrantedHasNoNextStage() async throws {
    let office = try await CaseFlow.office()
    let id = try await office.run("clerk", RegisterApplication(Self.person, Self.told))
    var next = Self.told
    next.continues = id
    let refused = try await refusedKeys { [next] in
      try await office.run("clerk", RegisterApplication(Self.person, next))
    }
    #expect(refused == ["application.stageNotGranted"])
  }

  private func granted(_ office: TestOffice, _ id: ApplicationID) async throws -> CaseFlow {
    try await office.run("receptionist", AcceptApplication(id))
    try await office.run("reviewer", ReviewApplication(id, .grant, opinion: "符合条件。"))
    office.clock.move(to: max(office.clock.now.day, CaseFlow.granted))
    try await office.run("director", ApproveApplication(id, .grant, opinion: "同意。"))
    let cases = try await office.services.database.read { [county = office.county] in
      try CaseTable.of(id, for: .system(county), $0)
    }
    return CaseFlow(office: office, scan: try await CaseFlow.scan(office), id: try #require(cases.first).id)
  }

  private func name(
    _ flow: CaseFlow, _ person: LegalAidPersonID?, by login: String = "firm"
  ) async throws -> [String] {
    try await refusedKeys {
      try await flow.office.run(login, NameCoUndertaker(aidCase: flow.id, person: person))
    }
  }

  private func sees(_ flow: CaseFlow, _ login: String) async throws -> Bool {
    let principal = try await flow.office.principal(login)
    return try await flow.office.services.database.read { [id = flow.id] reader in
      (try? CaseTable.one(id, for: principal, reader)) != nil
    }
  }
}
