import Cooperations
import Kernel
import WorkCalendar

/// 演示来函 · Demo letters: what other centres ask of this one in a year; the last one still waits.
struct DemoCooperations {
  private struct Letter {
    let other: String
    let item: CooperationItem
    let cause: String
    let content: String
    let receivedOn: Day
    var id: CooperationID?
    var isHandled = false
    var isAnswered = false
  }

  private let staff: DemoStaff
  private var letters: [Letter]

  init(year: Int, _ staff: DemoStaff) {
    self.staff = staff
    let told: [(Int, Int, String, CooperationItem, String, String)] = [
      (2, 16, "邻水县法律援助中心", .proof, "追索劳动报酬", "核实申请人在贵县的经济状况。"),
      (5, 10, "临江市法律援助中心", .service, "赡养纠纷", "代为送达起诉状副本。"),
      (9, 6, "云山县法律援助中心", .evidence, "交通事故损害赔偿", "到青禾县公安局交警大队调取事故卷宗。"),
      (12, 27, "邻水县法律援助中心", .meeting, "工伤保险待遇纠纷", "安排场所进行远程开庭。"),
    ]
    letters = told.map { month, day, other, item, cause, content in
      Letter(other: other, item: item, cause: cause, content: content, receivedOn: .literal(year, month, day))
    }
  }

  /// What is to be done on a day: a letter is registered, two days later somebody is named, in a week it is answered.
  mutating func take(on day: Day, _ office: Office) async throws {
    let desk = office.at(.fixed(Instant(day, hour: 10)))
    for index in letters.indices {
      let one = letters[index]
      if one.id == nil, one.receivedOn == day {
        let told = CooperationTold(
          other: one.other, item: one.item, cause: one.cause, content: one.content,
          theirNumber: "援协〔\(day.year)〕\(index + 3)号", begunOn: day)
        letters[index].id = try await desk.runner.run(
          RegisterCooperation(told), as: staff.principal("receptionist", desk))
      } else if let id = one.id, !one.isHandled, one.receivedOn.adding(days: 2) <= day {
        letters[index].isHandled = true
        try await desk.runner.run(
          HandleCooperation(id, handler: "高远"), as: staff.principal("receptionist", desk))
      } else if let id = one.id, one.isHandled, !one.isAnswered, one.receivedOn.adding(days: 7) <= day {
        letters[index].isAnswered = true
        try await desk.runner.run(
          AnswerCooperation(id, declined: false, answer: "已按来函办理，材料随函附送。"),
          as: staff.principal("receptionist", desk))
      }
    }
  }
}
