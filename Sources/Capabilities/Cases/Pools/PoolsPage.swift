import Kernel
import Localization
import Markup
import Registry
import Storage
import Web
import WorkCalendar

/// 承办人才库页 · Pools: who is in each today and why, who is not and why not, and whom the director took out.
enum PoolsPage {
  static let title = Text("承办人才库", "Pools of undertakers")
  static let path = "/assignments/pools"

  static func route(_ sources: [PoolSource]) -> Route {
    .list(PathPattern(path), .viewPools, title) { request in
      let (principal, today) = (try request.requirePrincipal(), request.today)
      let (people, pools) = try await request.services.database.read { reader in
        (
          try LegalAidPersonTable.all(principal.county, reader),
          try PoolMembers.all(sources, in: principal.county, on: today, reader)
        )
      }
      let (language, table) = (request.language, table(people, pools, request.language))
      let narrow =
        principal.holds(.narrowPools)
        ? [linkButton(PoolMembershipPage.title, to: PoolMembershipPage.path, in: language)] : []
      return ListPage(table) { frame in
        shell(frame, title: title[language]) {
          pageHead(title[language], actions: narrow + listActions(request))
          sheet(in: language) {
            ul(.class("bare")) { for pool in pools { li { line(pool, people)[language] } } }
          }
          sheet(in: language, flush: true) { dataTable(table, in: language) }
        }
      }
    }
  }

  private static func line(_ pool: PoolMembers, _ people: [LegalAidPerson]) -> Text {
    let count = people.count { pool.holds($0.id) }
    return Text(
      "\(pool.source.name.zh)\(count)人：\(pool.source.rule.zh)",
      "\(pool.source.name.en), \(Text.count(count, "人", "person", "people").en): \(pool.source.rule.en)")
  }

  private static func table(
    _ people: [LegalAidPerson], _ pools: [PoolMembers], _ language: Language
  ) -> DataTable {
    DataTable(
      title,
      columns: [Column(Text("姓名", "Name")), Column(Text("单位", "Unit"))] + pools.map { Column($0.source.name) },
      rows: people.map { person in
        TableRow(
          [.text(person.name), .text(person.unitName)] + pools.map { cell($0, person.id, language) })
      }, empty: Text("名单上还没有法律援助人员。", "Nobody is on the list yet."))
  }

  private static func cell(_ pool: PoolMembers, _ person: LegalAidPersonID, _ language: Language) -> HTML {
    let standing = pool.standings[person] ?? PoolStanding(false, pool.source.outside)
    return .fragment {
      if let left = pool.left[person] {
        tag(Text("已移出", "Taken out")[language], .late)
        div(.class("small")) { "\(Format.day(left.leftOn, language)) \(left.leftBy) \(left.reason)" }
      } else if standing.isMember {
        tag(Text("在库", "In the pool")[language], .good)
      } else {
        Text("不在库", "Not in the pool")[language]
      }
      div(.class("small soft")) { standing.why[language] }
    }
  }
}

/// 调整人才库成员页 · Takes somebody out of a pool, or puts him back.
enum PoolMembershipPage {
  static let title = Text("调整人才库成员", "Change the membership of a pool")
  static let path = "/assignments/pools/membership"

  static func routes(_ sources: [PoolSource]) -> [Route] {
    Route.form(
      PathPattern(path), .narrowPools, title,
      page: { request, state in
        let people = try await people(request)
        return shell(try await request.frame(), title: title[request.language]) {
          body(request.language, state, sources, people)
        }
      },
      submit: { request in
        let people = try await people(request)
        let action = try request.read { form in
          let pool = form.requiredChoice("pool", poolLabel, among: sources.map(\.key))
          let person = form.requiredChoice("person", personLabel, among: people.map(\.id.description))
          let decision = form.requiredChoice("decision", decisionLabel, among: ["out", "back"])
          return NarrowPool(
            pool, LegalAidPersonID(person) ?? LegalAidPersonID(), leaves: decision == "out",
            reason: form.text("reason", reasonField.label, max: 500, isMultiline: true) ?? "")
        }
        try await request.run(action)
        return PoolsPage.path
      })
  }

  private static func people(_ request: WebRequest) async throws -> [LegalAidPerson] {
    let county = try request.requirePrincipal().county
    return try await request.services.database.read { try LegalAidPersonTable.all(county, $0) }
  }

  private static func body(
    _ language: Language, _ state: FormState, _ sources: [PoolSource], _ people: [LegalAidPerson]
  ) -> HTML {
    let fields = [
      Field("pool", poolLabel, .select(sources.map { Choice($0.key, $0.name) })),
      Field(
        "person", personLabel,
        .select(people.map { Choice($0.id.description, .same("\($0.name) · \($0.unitName)")) })),
      Field(
        "decision", decisionLabel,
        .select([
          Choice("out", Text("移出，今天起不再列入", "Take out, from today on")),
          Choice("back", Text("恢复，按档案列入", "Put back, as the records have it")),
        ])), reasonField,
    ]
    return .fragment {
      pageHead(
        title[language],
        lead: .text(
          Text(
            "谁在库由档案和值班表决定；这里只能移出或者恢复。不影响指派规则。",
            "The records and the roster say who is in; here somebody is taken out or put back. The rules of assignment stay as they are."
          )[language]))
      errorSummary(state.formErrors, in: language)
      sheet(in: language) {
        postForm(path, state.tokens(), changed: state.isReturned, in: language) {
          for one in fields { field(one, state.value(one.name), errors: state.errors(one.name), in: language) }
          submitButton(Text("确定", "Confirm"), .main, in: language)
        }
      }
    }
  }

  private static let poolLabel = Text("人才库", "Pool")
  private static let personLabel = Text("人员", "Person")
  private static let decisionLabel = Text("移出还是恢复", "Out or back")
  private static let reasonField = Field(
    "reason", Text("理由", "Reason"), .textarea(rows: 2),
    hint: Text("移出时必须填写。", "Needed for taking out."), required: false)
}
