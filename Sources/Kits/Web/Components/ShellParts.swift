import Localization
import Markup

/// The document around either shell.
func page(_ frame: Frame, title: String, className: String, @HTMLBuilder content: () -> HTML) -> HTML {
  let language = frame.language
  let name = frame.brand[language]
  return html(.lang(language.tag), .class(look(frame))) {
    head {
      meta(.charset("utf-8"))
      meta(.name("viewport"), .content("width=device-width, initial-scale=1"))
      meta(.name("color-scheme"), .content("light dark"))
      Markup.title { title == name ? name : "\(title) · \(name)" }
      link(.rel("stylesheet"), .href("\(frame.assetsPath)/app.css"))
      script(.src("\(frame.assetsPath)/app.js"), .defer()) {}
    }
    body(.class(className)) {
      a(.class("skip"), .href("#main"), .accesskey("0")) { Text("跳到正文", "Skip to content")[language] }
      if let banner = frame.banner {
        section(.class("banner"), .ariaLabel(Text("公告", "Announcement")[language])) { banner[language] }
      }
      content()
    }
  }
}

private func look(_ frame: Frame) -> String? {
  let words = (frame.isLargeType ? ["large-type"] : []) + (frame.theme == .system ? [] : [frame.theme.rawValue])
  return words.isEmpty ? nil : words.joined(separator: " ")
}

/// Said above a record that others look at too, so that two people do not do one thing.
func alsoHere(_ frame: Frame) -> HTML {
  guard !frame.alsoHere.isEmpty else { return .empty }
  let names = (zh: Format.list(frame.alsoHere, .zh), en: Format.list(frame.alsoHere, .en))
  let words = Text(
    "\(names.zh)正在查看这条记录", "\(names.en) also \(frame.alsoHere.count == 1 ? "looks" : "look") at this record now")
  return p(.class("soft small here"), .role(.status)) { words[frame.language] }
}

/// 登录将过期 · Shown by app.js before a session ends; what is typed stays on the page.
func sessionWarning(_ frame: Frame) -> HTML {
  guard frame.person != nil, let minutes = frame.sessionMinutes else { return .empty }
  let language = frame.language
  return .fragment {
    section(.class("notice soon session"), .role(.alert), .hidden(), .dataSession(minutes: minutes)) {
      p {
        Text(
          "您有一段时间没有操作，两分钟后将退出登录。填写的内容会留在本页。",
          "You have been idle: you will be signed out in two minutes. What you typed stays on this page.")[language]
      }
      button(.button(.button), .class("button"), .dataStay("/account")) { Text("继续使用", "Stay signed in")[language] }
    }
    section(.class("notice late session"), .role(.alert), .hidden(), .dataEnded()) {
      p {
        Text(
          "登录已过期。请在新窗口登录，再回到本页提交，填写的内容都还在。",
          "You were signed out. Sign in in a new window, then come back here and send: what you typed is still here."
        )[language]
      }
      a(.class("button"), .href("/sign-in"), .targetBlank(), .rel("noopener")) {
        Text("在新窗口登录", "Sign in in a new window")[language]
      }
    }
  }
}

func brand(_ frame: Frame) -> HTML {
  a(.class("brand"), .href(frame.homePath), .accesskey("1")) { frame.brand[frame.language] }
}

/// One box for whatever a person has in hand: a number, a name, an identity number.
func searchBox(_ frame: Frame, id: String) -> HTML {
  guard let path = frame.searchPath else { return .empty }
  let words = Text("案号、姓名、拼音、案由、律师、证件号", "Number, name, pinyin, cause, lawyer, identity number")
  // Sent in the body: an identity number must not stand in an address.
  return form(.role(.search), .method(.post), .action(path)) {
    if let tokens = frame.person?.tokens { tokens.fields }
    label(.class("unseen"), .for(id)) { Text("查找", "Search")[frame.language] }
    input(
      .type(.search), .id(id), .name("q"), .placeholder(words[frame.language]), .autocomplete("off"),
      .accesskey(id == "search" ? "4" : nil))
    button(.button(.submit), .class("unseen")) { Text("查找", "Search")[frame.language] }
  }
}

/// `keys`: only one of two equal links may have an access key.
func account(_ frame: Frame, keys: Bool = false) -> HTML {
  let language = frame.language
  let other: Language = language == .zh ? .en : .zh
  let count = frame.noticeCount > 99 ? " 99+" : frame.noticeCount > 0 ? " \(frame.noticeCount)" : ""
  let largeType =
    frame.isLargeType ? Text("标准字号", "Normal type") : Text("大字版", "Large type")
  return .fragment {
    if let path = frame.noticesPath {
      a(.href(path)) {
        Text("通知", "Notices")[language] + count
        if frame.noticeCount > 0 { span(.class("unseen")) { Text("条未读", " unread")[language] } }
      }
    }
    if let path = frame.largeTypeSwitchPath { a(.href(path)) { largeType[language] } }
    if let path = frame.themeSwitchPath { a(.href(path)) { frame.theme.next.name[language] } }
    if let path = frame.helpPath { a(.href(path), .accesskey(keys ? "9" : nil)) { Text("帮助", "Help")[language] } }
    a(.href(frame.languageSwitchPath), .lang(other.tag), .hreflang(other.tag)) { Text("English", "中文")[language] }
    if let person = frame.person {
      a(.href(person.path)) { "\(person.name) · \(person.role[language])" }
      actionForm(person.signOutPath, person.tokens, Text("退出", "Sign out"), .quiet, in: language)
    }
  }
}
