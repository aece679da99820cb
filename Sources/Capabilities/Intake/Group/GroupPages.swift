import Kernel
import Localization
import Markup
import Registry
import Storage
import Web
import WorkCalendar

/// 群体名单的页面 · The pages of a group: everybody on its list with what the rules say of each, joining, leaving.
enum GroupPages {
  static let title = Text("群体名单", "Group list")
  static let joinTitle = Text("登记群体成员", "Add group members")
  static let leaveTitle = Text("移出群体名单", "Take members off the list")

  static func path(_ id: ApplicationID) -> String { "\(ApplicationPaths.page(id))/group" }
  static func joinPath(_ id: ApplicationID) -> String { path(id) + "/new" }
  static func leavePath(_ id: ApplicationID) -> String { path(id) + "/leave" }

  /// 名单 · The list as its pages show it.
  struct Known: Sendable {
    struct Line: Sendable {
      let member: GroupMember
      let person: Person
      let groups: [GroupCode]
      let verdict: VerdictRecord
    }

    let view: ApplicationView
    let lines: [Line]
    let packs: [LocalRulePack]

    static func load(_ request: WebRequest) async throws -> Known {
      let view = try await ApplicationView.load(request)
      let (principal, keys) = (try request.requirePrincipal(), request.services.keys)
      return try await request.services.database.read { reader in
        let it = view.application
        let adopted = try AdoptedPackTable.all(it.county, reader)
        let yardstick = try it.yardstick(adopted, reader)
        let members = try GroupMemberTable.of(it.id, for: principal, reader)
        let people = try PersonTable.of(Set(members.map(\.person)), in: it.county, keys, reader)
        return Known(
          view: view,
          lines: try members.compactMap { member in
            try people[member.person].map {
              Line(
                member: member, person: $0.seen(by: principal), groups: try member.telling(keys).groups,
                verdict: VerdictRecord(try it.judge(member, by: yardstick, keys)))
            }
          },
          packs: try adopted.inForce(on: view.today))
      }
    }
  }

  static func list(_ request: WebRequest, _ known: Known) -> ListPage {
    let (language, it) = (request.language, known.view.application)
    let table = table(known, language)
    return ListPage(table) { frame in
      shell(frame, title: title[language]) {
        pageHead(
          title[language], crumbs: ApplicationPage.crumbs(it, language, here: title),
          lead: .text(lead(known)[language]), actions: actions(request, known) + listActions(request))
        sheet(in: language, flush: true) { dataTable(table, in: language) }
      }
    }
  }

  private static func actions(_ request: WebRequest, _ known: Known) -> [HTML] {
    let it = known.view.application
    guard it.takesGroup, request.principal?.holds(.registerApplication) == true else { return [] }
    let join = linkButton(joinTitle, to: joinPath(it.id), .main, in: request.language)
    return known.lines.isEmpty
      ? [join] : [join, linkButton(leaveTitle, to: leavePath(it.id), in: request.language)]
  }

  private static func lead(_ known: Known) -> Text {
    let (it, count) = (known.view.application, known.lines.count)
    let open = known.lines.count { $0.verdict.outcome != .qualifies }
    let doubt = open == 0 ? Text.same("") : Text("，其中\(open)人尚不符合或者不能判断", "; \(open) of them do not qualify so far")
    return Text(
      "牵头人\(known.view.person.name)，与另外\(count)人共同申请：\(it.cause)",
      "\(known.view.person.name) stands for \(count) more: \(it.cause)") + doubt
  }

  private static func table(_ known: Known, _ language: Language) -> DataTable {
    DataTable(
      title,
      columns: [
        Column(Text("姓名", "Name")), Column(Text("证件号码", "Identity number")), Column(Text("人群类别", "Groups")),
        Column(GroupFields.claimed.label), Column(Text("规则判断", "By the rules")),
        Column(Text("理由", "Reasons")),
      ],
      rows: [head(known, language)] + known.lines.map { row($0, language) },
      empty: Text("没有登记其他申请人。", "Nobody applies along."))
  }

  /// The applicant himself; the page of the application says what the rules say of him.
  private static func head(_ known: Known, _ language: Language) -> TableRow {
    let (view, person) = (known.view, known.view.person)
    return TableRow([
      .fragment {
        person.name + " "
        tag(Text("牵头人", "Head")[language])
      },
      .text(person.identityNumber.map { Format.mask(identityNumber: $0) } ?? "—"),
      .text(Format.list(view.telling.groups.map { $0.name[language] }, language)), .text("—"),
      VerdictWords.tagged(view.verdict, language), .text("—"),
    ])
  }

  private static func row(_ line: Known.Line, _ language: Language) -> TableRow {
    TableRow([
      .text(line.person.name),
      .text(line.person.identityNumber.map { Format.mask(identityNumber: $0) } ?? "—"),
      .text(Format.list(line.groups.map { $0.name[language] }, language)),
      numeral(line.member.claimedFen.map { Format.money(fen: $0, language) } ?? "—"),
      VerdictWords.tagged(line.verdict, language),
      .fragment {
        for test in line.verdict.tests where test.aspect != .person || test.result != .pass {
          div(.class("small")) { test.reason[language] }
        }
      },
    ])
  }

  static func join(_ request: WebRequest, _ state: FormState, _ known: Known, _ frame: Frame) -> HTML {
    if let refusal = known.view.application.groupRefusal, !state.isReturned {
      return StepPage.closed(request, known.view, frame, joinTitle, refusal)
    }
    let (language, rules) = (request.language, known.view.application.ruleSet)
    return StepPage.html(
      request, state, known.view, frame, joinTitle, to: joinPath(known.view.application.id), uploads: true,
      consequence: Consequence(
        Text(
          "与牵头人共同申请；每个人分别按规则判断，一并受理、审查和决定",
          "apply together with the head: each is put to the tests, and all are decided at once"),
        whom: Text("一人，或者名单上的所有人", "One, or everybody on a list")[language]),
      button: Text("登记", "Add")
    ) {
      field(GroupFields.list, errors: state.errors(GroupFields.list.name), in: language)
      for one in GroupFields.columns(rules, known.packs) {
        field(one, typed: state.values(one.name), errors: state.errors(one.name), in: language)
      }
    }
  }

  private static func many(_ one: Field, _ state: FormState, _ language: Language) -> HTML {
    field(one, typed: state.values(one.name), errors: state.errors(one.name), in: language)
  }

  static func leave(_ request: WebRequest, _ state: FormState, _ known: Known, _ frame: Frame) -> HTML {
    let refusal = known.view.application.groupRefusal ?? (known.lines.isEmpty ? nobody : nil)
    if let refusal, !state.isReturned {
      return StepPage.closed(request, known.view, frame, leaveTitle, refusal)
    }
    let language = request.language
    let choices = known.lines.map { line in
      Choice(
        line.member.id.description, .same(line.person.name),
        hint: line.person.identityNumber.map { .same(Format.mask(identityNumber: $0)) })
    }
    let members = Field("members", GroupFields.membersLabel, .checkboxes(choices))
    return StepPage.html(
      request, state, known.view, frame, leaveTitle, to: leavePath(known.view.application.id),
      consequence: Consequence(
        Text("不再参加本次申请；可以另行单独申请", "no longer apply here; they may apply by themselves"),
        whom: Text("所选的成员", "Those chosen")[language]),
      button: Text("移出名单", "Take off the list")
    ) {
      many(members, state, language)
      field(GroupFields.reason, state.value("reason"), errors: state.errors("reason"), in: language)
    }
  }

  private static let nobody = Refusal(
    "group.nobody",
    Text("名单上没有其他申请人，没有可以移出的成员。", "Nobody applies along, so there is nobody to take off the list."))

  /// 群体 · On the application's page: how many apply, and the way to their list; nothing where one applies alone and
  /// nobody may join.
  static func facts(_ view: ApplicationView, _ language: Language) -> [Fact] {
    guard view.application.isGroup else { return [] }
    let words = Text("共\(view.application.groupSize)人，查看名单", "\(view.application.groupSize) apply: see the list")
    return [
      Fact(
        Text("群体性案件", "Group case"),
        a(.href(path(view.application.id))) { words[language] })
    ]
  }

  static func button(_ view: ApplicationView, _ principal: Principal?, _ language: Language) -> [HTML] {
    guard view.application.takesGroup, principal?.holds(.registerApplication) == true else { return [] }
    return [linkButton(title, to: path(view.application.id), .plain, in: language)]
  }
}
