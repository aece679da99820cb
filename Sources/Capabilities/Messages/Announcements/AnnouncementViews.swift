import Kernel
import Localization
package import Markup
package import Web
import WorkCalendar

extension Announcement {
  var audienceName: Text {
    audience.isEmpty ? Text("所有人", "Everybody") : .list(Role.allCases.filter(audience.contains).map(\.name))
  }

  func standing(on day: Day) -> Text {
    if withdrawnOn != nil { return Text("已撤下", "Taken down") }
    if day < fromOn { return Text("未开始", "Not yet shown") }
    return day > toOn ? Text("已过期", "Over") : Text("公布中", "Shown")
  }

  var paragraphs: HTML {
    .fragment {
      for line in body.split(whereSeparator: \.isNewline) { p { String(line) } }
    }
  }

  /// On somebody's home, above the work list, with the button that takes it away.
  package func onHome(_ request: WebRequest) -> HTML {
    let language = request.language
    return sheet(.same(title), in: language) {
      paragraphs
      p(.class("small soft")) { "\(publisherName) · \(Format.day(fromOn, language))" }
      actionForm("/announcements/\(id)/reading", request.tokens(), Text("已读", "I have read it"), in: language)
    }
  }
}
