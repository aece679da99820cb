import Localization
import Markup

/// The document around either shell.
func page(_ frame: Frame, title: String, className: String, @HTMLBuilder content: () -> HTML) -> HTML {
  let language = frame.language
  let name = frame.brand[language]
  return html(.lang(language.tag), .class(frame.isLargeType ? "large-type" : nil)) {
    head {
      meta(.charset("utf-8"))
      meta(.name("viewport"), .content("width=device-width, initial-scale=1"))
      meta(.name("color-scheme"), .content("light dark"))
      Markup.title { title == name ? name : "\(title) · \(name)" }
      link(.rel("stylesheet"), .href("\(frame.assetsPath)/app.css"))
      script(.src("\(frame.assetsPath)/app.js"), .defer()) {}
    }
    body(.class(className)) {
      a(.class("skip"), .href("#main")) { Text("跳到正文", "Skip to content")[language] }
      if let banner = frame.banner {
        section(.class("banner"), .ariaLabel(Text("公告", "Announcement")[language])) { banner[language] }
      }
      content()
    }
  }
}

func brand(_ frame: Frame) -> HTML {
  a(.class("brand"), .href(frame.homePath)) { frame.brand[frame.language] }
}

/// One box for whatever a person has in hand: a number, a name, an identity number.
func searchBox(_ frame: Frame, id: String) -> HTML {
  guard let path = frame.searchPath else { return .empty }
  let words = Text("案号、姓名、证件号、律师、文书号", "Case number, name, identity number, lawyer, paper")
  // Sent in the body: an identity number must not stand in an address.
  return form(.role(.search), .method(.post), .action(path)) {
    if let tokens = frame.person?.tokens { tokens.fields }
    label(.class("unseen"), .for(id)) { Text("查找", "Search")[frame.language] }
    input(.type(.search), .id(id), .name("q"), .placeholder(words[frame.language]), .autocomplete("off"))
    button(.button(.submit), .class("unseen")) { Text("查找", "Search")[frame.language] }
  }
}

func account(_ frame: Frame) -> HTML {
  let language = frame.language
  let other: Language = language == .zh ? .en : .zh
  let count = frame.noticeCount > 0 ? " \(frame.noticeCount)" : ""
  let largeType =
    frame.isLargeType ? Text("标准字号", "Normal type") : Text("大字版", "Large type")
  return .fragment {
    if let path = frame.noticesPath { a(.href(path)) { Text("通知", "Notices")[language] + count } }
    if let path = frame.largeTypeSwitchPath { a(.href(path)) { largeType[language] } }
    a(.href(frame.languageSwitchPath), .lang(other.tag), .hreflang(other.tag)) { Text("English", "中文")[language] }
    if let person = frame.person {
      a(.href(person.path)) { "\(person.name) · \(person.role[language])" }
      actionForm(person.signOutPath, person.tokens, Text("退出", "Sign out"), .quiet, in: language)
    }
  }
}
