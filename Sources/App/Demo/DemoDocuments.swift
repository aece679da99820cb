import GovernmentDocuments
import Kernel
import Papers
import Registry
import WorkCalendar

/// 演示政府文件 · Demo government document: the municipal notice that the plan's first item asks to carry out, with its tasks at the
/// end of the year in every state: done in time and late, sent back once, waiting to be confirmed, overdue, dropped, due soon.
struct DemoDocuments {
  private enum Act {
    case register
    case set(Int)
    case report(Int, String, by: String)
    case decide(Int, TaskStep, String?)
  }

  private struct Duty {
    let words: String
    let login: String?
    var isNamed = false
    var outside: String?
    let due: (month: Int, day: Int)
  }

  private static let duties = [
    Duty(words: "在乡镇公布援助范围、申请条件和材料清单", login: "clerk", due: (3, 15)),
    Duty(words: "修订申请材料清单，明确免予审查的证明方式", login: "reviewer", isNamed: true, due: (3, 31)),
    Duty(words: "组织律师参加刑事辩护和未成年人案件培训", login: "firm", due: (11, 30)),
    Duty(words: "建立军人军属法律援助联络机制", login: "receptionist", isNamed: true, outside: "县人民武装部", due: (12, 31)),
    Duty(words: "提供计划生育特殊困难家庭名册", login: nil, outside: "县卫生计生委", due: (9, 30)),
    Duty(words: "通报上半年落实情况", login: "supervisor", isNamed: true, due: (7, 15)),
    Duty(words: "汇总全年落实情况，报市政府办公厅", login: "assigner", isNamed: true, due: (13, 2)),
  ]

  private static let story: [(month: Int, day: Int, act: Act)] =
    [(1, 20, .register)] + duties.indices.map { (1, 21, .set($0)) } + [
      (3, 9, .report(0, "便民服务中心和各村公示栏均已张贴，附照片。", by: "clerk")), (3, 11, .decide(0, .confirm, nil)),
      (4, 6, .report(1, "材料清单已修订。", by: "reviewer")),
      (4, 8, .decide(1, .sendBack, "还没有写明以电子证照代替纸质证明的情形，请补充。")),
      (4, 14, .report(1, "已补充电子证照的情形，清单重新印发各工作站。", by: "reviewer")),
      (4, 15, .decide(1, .confirm, "同意。")), (7, 4, .decide(5, .cancel, "市里改为年底一次通报，并入全年报告。")),
      (11, 22, .report(2, "两所十一名律师参加培训，附签到表。", by: "firm")), (11, 24, .decide(2, .confirm, nil)),
      (12, 28, .report(3, "已与县人民武装部商定联络人和转交办法，附会议记录。", by: "receptionist")),
    ]

  private let staff: DemoStaff
  private let year: Int
  private let scan: StoredUpload
  private var left: ArraySlice<(at: Instant, act: Act)>
  private var document: DocumentID?
  private var tasks: [Int: TaskID] = [:]

  init(year: Int, until: Day, _ staff: DemoStaff, _ office: Office) async throws {
    self.staff = staff
    self.year = year
    scan = try await DemoScan.store(office)
    left =
      Self.story.map { (Instant(.literal(year, $0.month, $0.day), hour: 10, minute: 30), $0.act) }
      .filter { $0.at.day <= until }[...]
  }

  /// Does whatever is due before a moment, each at its own time.
  mutating func take(before end: Instant, _ office: Office) async throws {
    while let next = left.first, next.at <= end {
      left.removeFirst()
      try await take(next.act, office.at(.fixed(next.at)))
    }
  }

  private mutating func take(_ act: Act, _ office: Office) async throws {
    switch act {
    case .register:
      document = try await run("director", office, RegisterDocument(notice, file: scan))
    case .set(let index):
      guard let document else { return }
      tasks[index] = try await run("director", office, SetTask(document, told(Self.duties[index], office)))
    case .report(let index, let words, let login):
      guard let task = tasks[index] else { return }
      _ = try await run(login, office, ReportTask(task, what: words, evidence: [scan]))
    case .decide(let index, let step, let words):
      guard let task = tasks[index] else { return }
      _ = try await run("director", office, DecideTask(task, step, reason: words))
    }
  }

  private var notice: DocumentTold {
    DocumentTold(
      number: "市政办发〔\(year)〕8号", title: "关于进一步做好法律援助工作的通知", issuer: "市政府办公厅",
      issuedOn: .literal(year, 1, 12), receivedOn: .literal(year, 1, 18), inForceOn: .literal(year, 1, 12),
      about: "扩大法律援助覆盖面，做好军人军属、计划生育特殊困难家庭和聘不起律师的申诉人的法律援助。")
  }

  private func told(_ duty: Duty, _ office: Office) async throws -> TaskTold {
    let month = duty.due.month
    let due = Day.literal(month > 12 ? year + 1 : year, month > 12 ? month - 12 : month, duty.due.day)
    var told = TaskTold(duty: duty.words, outside: duty.outside, dueOn: due)
    guard let login = duty.login else { return told }
    let principal = try await staff.principal(login, office)
    told.agency = principal.agency
    if duty.isNamed { told.person = principal.user }
    return told
  }

  private func run<A: Action>(_ login: String, _ office: Office, _ action: A) async throws -> A.Outcome {
    try await office.runner.run(action, as: staff.principal(login, office))
  }
}
