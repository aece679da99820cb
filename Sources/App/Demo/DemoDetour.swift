import Cases
import Cooperations
import Foundation
import Intake
import Kernel
import Objections
import Registry
import Storage
import WorkCalendar

/// 演示步骤 · Demo step: one thing that somebody does in a story, and its usual distance from the one before.
enum DemoStep: Sendable {
  case register, accept, review, approve, assign, name, engage, meet, hear, close, submit, check, archive
  case protect, forward, requestSupplement, supply, orderAid
  case requestReplacement, reviewReplacement, decideReplacement, handOver
  case proposeTermination, decideTermination, receiveTermination
  case lend, approveLoan, takeBack
  case object, decideObjection
  case joinGroup, answerGroup
  case requestCooperation, sendCooperation, answerCooperation, closeCooperation

  static let plain: [DemoStep] = [
    .register, .accept, .review, .approve, .assign, .name, .engage, .meet, .hear, .close, .submit, .check, .archive,
  ]
}

/// 演示插曲 · Demo detour: what makes one story in three another than the plain one.
enum DemoDetour {
  case supplement, provisional, replacement, termination, protection, loan, lent, group, cooperation

  /// The same story of every county has the same detour.
  static func of(story number: Int) -> DemoDetour? {
    if number % 60 == 5 { return .group }
    if number % 24 == 9 { return .cooperation }
    if number % 10 == 6 { return number % 20 == 6 ? .loan : .lent }
    let inTurn: [DemoDetour] = [.supplement, .provisional, .replacement, .termination, .protection]
    return number % 4 == 3 ? inTurn[number / 4 % inTurn.count] : nil
  }

  var steps: [DemoStep] {
    switch self {
    case .supplement:
      [.register, .forward] + Self.plain([.requestSupplement, .supply], before: .review).dropFirst()
    case .provisional: Self.plain([.orderAid], before: .accept)
    case .group: Self.plain([.joinGroup], before: .accept).flatMap { $0 == .assign ? [.answerGroup, $0] : [$0] }
    case .protection: Self.plain([.protect], before: .accept)
    case .replacement:
      Self.plain(
        [
          .requestReplacement, .reviewReplacement, .decideReplacement, .name, .handOver, .engage, .meet,
        ], before: .hear)
    case .termination:
      DemoStep.plain.prefix { $0 != .hear } + [.proposeTermination, .decideTermination, .receiveTermination]
    case .cooperation:
      Self.plain([.requestCooperation, .sendCooperation, .answerCooperation, .closeCooperation], before: .hear)
    case .loan: DemoStep.plain + [.lend, .approveLoan, .takeBack]
    case .lent: DemoStep.plain + [.lend, .approveLoan]
    }
  }

  private static func plain(_ more: [DemoStep], before step: DemoStep) -> [DemoStep] {
    DemoStep.plain.flatMap { $0 == step ? more + [$0] : [$0] }
  }
}

extension DemoStory {
  /// Takes a step that the plain story does not have.
  func takeDetour(_ step: DemoStep, _ today: Day, _ office: Office) async throws {
    switch step {
    case .protect:
      try await decide {
        let person = try await applicant($0, office)
        _ = try await run(
          "reviewer", office,
          ChangeProtection(person: person, flags: [.violence], reason: "家庭暴力受害人，住址和电话须保密。"))
      }
    case .joinGroup: try await decide { _ = try await run("receptionist", office, AddGroupMembers($0, others)) }
    case .answerGroup:
      try await handle {
        _ = try await run("director", office, AnswerMajorCase(aidCase: $0, answer: "由中心统一协调，指派有经验的律师承办。"))
      }
    case .forward: try await decide { try await forward($0, office) }
    case .requestSupplement:
      try await decide {
        _ = try await run(
          "reviewer", office, RequestSupplement($0, needed: "请补充近三个月的工资支付记录。", dueOn: today.adding(days: 10)))
      }
    case .supply:
      try await decide {
        let paid = MaterialHandedIn(code: "case", name: "工资支付记录", file: scan)
        _ = try await run("receptionist", office, HandInMaterials($0, [paid]))
      }
    case .orderAid:
      try await decide {
        _ = try await run(
          "director", office,
          OrderProvisionalAid(
            $0, .preservation, supplyBy: today.adding(days: 7), reason: "对方正在转移财产，需要立即申请财产保全。"))
      }
    case .requestCooperation, .sendCooperation, .answerCooperation, .closeCooperation:
      try await handle { try await cooperate(step, $0, today, office) }
    case .object, .decideObjection: try await decide { try await object(step, $0, today, office) }
    case .lend, .approveLoan, .takeBack: try await handle { try await lend(step, $0, today, office) }
    case .proposeTermination, .decideTermination, .receiveTermination:
      try await handle { try await terminate(step, $0, today, office) }
    default: try await handle { try await replace(step, $0, today, office) }
    }
  }

  /// The station where somebody came was not the one of his township; at 柳塘乡 it belonged to 河东镇.
  private func forward(_ id: ApplicationID, _ office: Office) async throws {
    let receiver = try await office.services.database.read { [county = staff.county] reader in
      let origin = try ApplicationTable.one(id, in: county, reader).origin
      let stations = try ["柳塘乡", "河东镇"].compactMap { try AgencyTable.station(of: $0, in: county, reader) }
      return stations.first { $0.id != origin }
    }
    guard let receiver else { throw Refusal.notFound }
    _ = try await run(
      "receptionist", office, ForwardApplication(id, to: receiver.id, reason: "争议发生地在\(receiver.township ?? "")。"))
  }

  private func replace(_ step: DemoStep, _ id: CaseID, _ today: Day, _ office: Office) async throws {
    switch step {
    case .requestReplacement:
      _ = try await run(
        lawyer, office,
        RequestReplacement(aidCase: id, ground: .inability, reason: "住院手术，两个月内不能出庭。", evidence: scan))
    case .reviewReplacement:
      _ = try await run(
        "reviewer", office, ReviewReplacement(aidCase: id, recommends: true, opinion: "情况属实，建议更换。"))
    case .decideReplacement:
      _ = try await run(
        "director", office, DecideReplacement(aidCase: id, outcome: .unitReplaces, opinion: "同意更换。"))
      lawyer = firm.lawyers.first { $0 != lawyer } ?? lawyer
    default:
      _ = try await run(
        lawyer, office, RecordHandover(aidCase: id, handedOverOn: today, note: "卷宗一册、证据原件三份。", list: scan))
    }
  }

  private func terminate(_ step: DemoStep, _ id: CaseID, _ today: Day, _ office: Office) async throws {
    switch step {
    case .proposeTermination:
      _ = try await run(
        lawyer, office,
        ProposeTermination(aidCase: id, ground: .ownCounsel, facts: "受援人已自行委托律师，并书面告知。", evidence: scan))
    case .decideTermination:
      _ = try await run(
        "director", office, DecideTermination(aidCase: id, isApproved: true, opinion: "同意终止。", organ: "青禾县人民法院"))
    default: _ = try await run(firm.manager, office, RecordTerminationReceived(aidCase: id, receivedOn: today))
    }
  }

  /// Who was refused objects; the bureau orders a correction where a certificate had been overlooked.
  private func object(_ step: DemoStep, _ id: ApplicationID, _ today: Day, _ office: Office) async throws {
    guard step == .decideObjection else {
      _ = try await run(
        "receptionist", office,
        RegisterObjection(
          .application(id), receivedOn: today, grounds: isExempt ? "本人持有最低生活保障证，应当免予审查经济困难状况。" : "家庭负债较多，实际生活困难。",
          paper: scan))
      return
    }
    let open = try await office.services.database.read { try ObjectionTable.of(.application(id), $0).last }
    guard let open else { throw Refusal.notFound }
    _ = try await run(
      "objections", office,
      DecideObjection(
        open.id, isExempt ? .correct : .uphold,
        opinion: isExempt ? "申请人持有有效的最低生活保障证，属于无需提交经济困难证明的情形。" : "申请人家庭人均收入高于经济困难标准，原决定认定事实清楚。"))
    if isExempt { isRefused = false }
  }

  /// What has to be found out where the opposing party has its office.
  private func cooperate(_ step: DemoStep, _ id: CaseID, _ today: Day, _ office: Office) async throws {
    guard let cooperation else {
      cooperation = try await run(
        lawyer, office,
        RequestCooperation(
          id, other: "邻水县法律援助中心", item: .evidence, content: "到市场监督管理局调取对方公司的登记档案。"))
      return
    }
    switch step {
    case .sendCooperation:
      _ = try await run(
        "receptionist", office, SendCooperation(cooperation, wantedBy: today.adding(days: 20)))
    case .answerCooperation:
      _ = try await run(
        "receptionist", office, AnswerCooperation(cooperation, declined: false, answer: "已调取登记档案一册，随函附送。"))
    default: _ = try await run("receptionist", office, CloseCooperation(cooperation))
    }
  }

  private func lend(_ step: DemoStep, _ id: CaseID, _ today: Day, _ office: Office) async throws {
    switch step {
    case .lend:
      _ = try await run(
        "archivist", office,
        RequestLoan(
          aidCase: id, borrower: "青禾县人民检察院", unitName: "民事检察部", purpose: "民事监督案件查阅", dueOn: today.adding(days: 15)))
    case .approveLoan: _ = try await run("director", office, DecideLoan(aidCase: id, isApproved: true))
    default: _ = try await run("archivist", office, ReturnLoan(aidCase: id))
    }
  }

  private func applicant(_ id: ApplicationID, _ office: Office) async throws -> PersonID {
    try await office.services.database.read { [county = staff.county] in
      try ApplicationTable.one(id, in: county, $0).applicant
    }
  }
}
