import Kernel
import Localization
import Messages
import Registry
import Storage
import Web
import WorkCalendar

/// 页框组成 · What surrounds every page of this office: the agency's name, the menu of one's roles, the business day of
/// a demo.
enum OfficeFrame {
  static func make(_ request: WebRequest) async throws -> Frame {
    var frame = request.plainFrame
    guard let principal = request.principal else { return frame }
    let isList = request.route.isList
    let now = request.services.clock.now()
    let (county, unread, waiting, idle, saved) = try await request.services.database.read { reader in
      let county = try CountyTable.of(principal.county, reader)
      return (
        county, try NoticeCounts.shared.unread(principal, chain: county.chainCount, now: now, reader),
        try WorkCounts.shared.counts(of: principal, chain: county.chainCount, now: now, reader),
        try IdleTime.of(principal.county, reader),
        try principal.user.flatMap { user in
          try isList ? SavedFilterTable.shown(request, user, principal.county, reader) : nil
        }
      )
    }
    frame.brand = .same(principal.agencyName)
    frame.homePath = "/work"
    frame.searchPath = Search.path
    (frame.noticesPath, frame.noticeCount) = ("/notices", unread)
    frame.savedFilters = saved
    frame.helpPath = "/help"
    frame.sessionMinutes = idle.minutes
    frame.alsoHere = Presence.shared.look(at: request.path, principal, now: request.site.settings.clock.now())
    frame.navigation = navigation(principal, waiting)
    let roles = Role.allCases.filter(principal.has).map(\.name)
    frame.person = Frame.Person(
      name: principal.name, role: .list(roles), path: "/account", signOutPath: "/session/end",
      tokens: request.tokens())
    if let day = county.businessDay {
      frame.banner = Text(
        "演示数据：业务日期固定为\(Format.day(day, .zh))", "Demonstration: the business day is fixed at \(Format.day(day, .en))"
      )
    }
    return frame
  }

  /// A page stands in the menu of those who may open it.
  private static func navigation(_ principal: Principal, _ waiting: WorkCounts.Counts) -> [NavGroup] {
    menu.map { title, pages in
      NavGroup(
        title,
        pages.filter { principal.holds($0.permission) }.map { page in
          var item = page.item
          item.waiting = waiting[item.path]
          return item
        })
    }
  }

  /// 菜单 · Every page of the menu with what opening it needs, found in the route table once.
  private static let menu: [(title: Text, pages: [(item: NavItem, permission: Permission)])] = {
    let groups: [(Text, [(Text, String)])] = [
      (
        Text("办理", "Work"),
        [
          (Text("我的待办", "My work list"), "/work"), (Text("我的案件", "My cases"), "/my-cases"),
          (Text("新收申请", "New application"), "/applications/new"),
          (Text("援助条件自查", "Self-check"), "/self-check"),
          (Text("咨询", "Consultations"), "/consultations"),
          (Text("申请", "Applications"), "/applications"),
          (Text("批量审批", "Approvals"), "/approvals"),
          (Text("异议", "Objections"), "/objections"),
        ]
      ),
      (
        Text("刑事与协作", "Criminal work and others"),
        [
          (Text("办案机关通知", "Organs’ notices"), "/defence-notices"),
          (Text("法律帮助", "Legal help"), "/legal-helps"), (Text("值班表", "Duty roster"), "/duty-roster"),
          (Text("异地协作", "Cross-region cooperation"), "/cooperations"),
        ]
      ),
      (
        Text("案件", "Cases"),
        [
          (Text("案件", "Cases"), "/cases"), (Text("批量指派", "Assign several"), "/assignments"),
          (Text("办案量分配", "Shares of work"), "/assignments/shares"),
          (Text("承办人才库", "Pools of undertakers"), "/assignments/pools"),
          (Text("接收卷宗", "Accept dossiers"), "/dossiers"), (Text("档案", "Archive"), "/archive"),
          (Text("打印文书", "Print papers"), "/papers"), (Text("印章", "Seals"), "/seals"),
        ]
      ),
      (
        Text("管理", "Management"),
        [
          (Text("年度要点", "The year’s plan"), "/plan"), (Text("覆盖情况", "Coverage"), "/coverage"),
          (Text("政府文件", "Government documents"), "/government-documents"),
          (Text("机构与人员", "Agencies and people"), "/agencies"),
          (Text("开始使用", "First steps"), "/first-steps"), (Text("公告", "Announcements"), "/announcements"),
          (Text("用户", "Users"), "/users"), (Text("登录规则", "Sign-in rules"), "/settings/sign-in"),
          (Text("文号登记", "Register of numbers"), "/numbers"),
          (Text("审计日志", "Audit log"), "/audit"), (Text("节假日安排", "Holidays"), "/holidays"),
          (Text("封存的记录", "Concealed records"), "/concealed"),
          (Text("个人信息请求", "Personal-information requests"), "/personal-requests"),
          (Text("登记印章", "Register a seal"), "/seals/new"),
          (Text("文书措辞", "Wording of papers"), "/wordings"), (Text("字典", "Dictionaries"), "/dictionaries"),
          (RulesPage.title, RulesPage.path), (PacksPage.title, PackRoutes.path), (LinesPage.title, LineRoutes.path),
          (Text("未核对的默认规则", "Unverified defaults"), "/settings/limits"),
          (Text("群体性案件规则", "Rules of group cases"), "/settings/group-cases"),
          (Text("指派推荐权重", "Weights of assignment"), "/settings/assignment"),
        ]
      ),
    ]
    let table = Capabilities.routeTable
    return groups.map { title, pages in
      (
        title,
        pages.compactMap { name, path in
          table?.match(.get, path)?.route.permission.map { (NavItem(name, path: path), $0) }
        }
      )
    }
  }()
}
