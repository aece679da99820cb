import Kernel
import Localization
import Markup
import Web

/// 帮助页 · Help page: what the keys do, what the signs mean, where to ask.
enum HelpPage {
  static let title = Text("帮助", "Help")

  static let route = Route.page("/help", .signedIn, title) { request in
    let language = request.language
    let frame = try await request.frame()
    let idle = frame.sessionMinutes ?? SessionLimits().idle
    return shell(frame, title: title[language]) {
      pageHead(title[language])
      sheet(Text("键盘", "Keyboard"), in: language) { dataTable(keys(language), in: language) }
      sheet(Text("页面上的标记", "Signs on the pages"), in: language) { facts(signs(language), in: language) }
      sheet(Text("常做的事", "Everyday things"), in: language) { facts(habits(idle, language), in: language) }
    }
  }

  private static func keys(_ language: Language) -> DataTable {
    let rows: [(String, Text)] = [
      ("/", Text("到查找框", "To the search box")),
      ("Tab · Shift+Tab", Text("下一项、上一项；第一项是“跳到正文”", "Next, previous; the first is “Skip to content”")),
      ("Alt+0", Text("跳到正文", "Skip to content")), ("Alt+1", Text("回首页", "Home")),
      ("Alt+4", Text("查找", "Search")), ("Alt+9", Text("本页", "This page")),
    ]
    return DataTable(
      Text("键盘", "Keyboard"), columns: [Column(Text("按键", "Key")), Column(Text("作用", "What it does"))],
      rows: rows.map { TableRow([key($0), .text($1[language])]) },
      empty: Text("没有快捷键。", "No keys."))
  }

  private static func key(_ name: String) -> HTML { code { name } }

  private static func signs(_ language: Language) -> [Fact] {
    [
      Fact(Text("红色", "Red"), tag(Text("超期或者有错误", "overdue, or an error")[language], .late)),
      Fact(Text("黄色", "Amber"), tag(Text("三日内到期", "due within three days")[language], .soon)),
      Fact(
        Text("暂按周末计算", "weekends only so far"),
        .text(
          Text(
            "当年节假日安排尚未录入，期限以后可能顺延。",
            "The year’s holidays are not known yet; the day may still move.")[language])),
      Fact(
        Text("为什么要填", "Why we ask"),
        .text(Text("点开可以看到依据的法律条文。", "Opens the article of law behind the question.")[language])),
    ]
  }

  private static func habits(_ idle: Int, _ language: Language) -> [Fact] {
    [
      Fact(
        Text("导出表格", "Export"),
        Text(
          "列表上的“导出表格”给出筛选后的全部行，遮盖的内容仍然遮盖。",
          "“Export” on a list gives every row of the filter; what is masked stays masked.")[language]),
      Fact(
        Text("查找", "Search"),
        Text(
          "一个字、拼音首字母也能找到；证件号要输入完整，并且不会留在网址里。",
          "One character or the initials of the pinyin are enough; an identity number is typed whole, and never stands in an address."
        )[language]),
      Fact(
        Text("登录将过期", "When the session ends"),
        Text(
          "\(idle)分钟没有操作会退出登录，两分钟前有提示；在新窗口登录后，可以回到原页面提交。",
          "After \(idle) idle minutes you are signed out, with a warning two minutes before; sign in in a new window, then go back to the page and send it."
        )[language]),
      Fact(
        Text("大字版", "Large type"),
        Text(
          "页面上方可以切换大字版、深色和语言，记在这台电脑上。",
          "At the top of the page: large type, dark colours and language, remembered by this browser.")[language]),
    ]
  }
}
