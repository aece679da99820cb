/// 场景 · Scenario: one kind of page as one role asks for it.
struct Scenario {
  let name: String
  let login: String
  /// What is asked, one after the other.
  let requests: (Visitor) -> [[UInt8]]

  init(_ name: String, _ login: String, _ requests: @escaping (Visitor) -> [[UInt8]]) {
    self.name = name
    self.login = login
    self.requests = requests
  }

  private static func pages(_ name: String, _ login: String, _ paths: [String]) -> Scenario {
    Scenario(name, login) { visitor in paths.map(visitor.get) }
  }

  private static func searches(_ name: String, _ words: [String]) -> Scenario {
    pages(name, "reviewer", words.map { "/search?q=" + Visitor.escaped($0) })
  }

  static func all(_ sample: SampleTable) -> [Scenario] {
    [
      // What client and connection can do at most: every other row is far from it, so they are not what is measured.
      pages("liveness, no page at all", "reviewer", ["/healthz"]),
      pages("public front page", "reviewer", ["/"]),
      pages("work list, reviewer", "reviewer", ["/work"]),
      pages("work list, director", "director", ["/work"]),
      pages("work list, assigner", "assigner", ["/work"]),
      pages("case list, whole office", "director", ["/cases"]),
      pages("case list, one station", "clerk", ["/cases"]),
      pages("case list, one firm", "firm", ["/cases"]),
      pages(
        "case list, one state", "director",
        ["inProgress", "closed", "archived", "dossierSubmitted"].map { "/cases?state=\($0)" }),
      pages(
        "case list, a name", "director", ["王", "张伟", "李秀英", "陈"].map { "/cases?text=" + Visitor.escaped($0) }),
      pages("own cases, lawyer", "lawyer", ["/my-cases"]),
      pages("ageing of cases", "director", ["/cases/ageing"]),
      pages("application list", "reviewer", ["/applications"]),
      pages(
        "application list, one state", "reviewer",
        ["accepted", "pendingApproval", "refused"].map { "/applications?state=\($0)" }),
      pages(
        "application list, a name", "reviewer", ["王芳", "李秀英"].map { "/applications?q=" + Visitor.escaped($0) }),
      pages("case page", "director", sample.cases.map { "/cases/" + $0 }),
      pages("person page", "reviewer", sample.people.map { "/persons/" + $0 }),
      searches("search, one character", ["王", "李", "赵", "欧"]),
      searches("search, two characters", ["王芳", "张伟", "赡养", "盗窃"]),
      searches("search, many characters", ["追索劳动报酬", "工伤保险待遇纠纷", "王秀英", "金谷餐饮管理"]),
      searches("search, pinyin initials", ["wf", "zwq", "lxy", "cj"]),
      searches("search, case number", sample.caseNumbers),
      Scenario("search, identity number", "reviewer") { visitor in
        sample.identityNumbers.map { visitor.post("/search", ["q": $0]) }
      },
      pages("the plan, leader", "leader", ["/plan/2025"]),
      pages("a measure, leader", "leader", ["/plan/2025/measures/K1"]),
    ]
  }
}
