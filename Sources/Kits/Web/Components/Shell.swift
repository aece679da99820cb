import Localization
package import Markup

/// 业务页面 · Shell: the whole document of a staff page: top bar, navigation by role, content.
package func shell(_ frame: Frame, title: String, @HTMLBuilder content: () -> HTML) -> HTML {
  let language = frame.language
  let menu = navigation(frame.navigation, currentPath: frame.currentPath, in: language)
  let menuName = Text("主导航", "Main menu")[language]
  return page(frame, title: title, className: "staff") {
    header(.class("top")) {
      brand(frame)
      div(.class("wide search")) { searchBox(frame, id: "search") }
      div(.class("wide who")) { account(frame, keys: true) }
      details(.class("narrow menu")) {
        summary { Text("菜单", "Menu")[language] }
        div(.class("panel")) {
          searchBox(frame, id: "menu-search")
          nav(.class("nav"), .ariaLabel(menuName)) { menu }
          div(.class("who")) { account(frame) }
        }
      }
    }
    div(.class("body")) {
      nav(.class("wide nav"), .ariaLabel(menuName)) { menu }
      Markup.main(.id("main"), .tabindex(-1)) {
        sessionWarning(frame)
        alsoHere(frame)
        content()
      }
    }
  }
}

/// 公众页面 · Public shell: a page for everybody: one column, plain words, large type and languages at hand.
package func publicShell(_ frame: Frame, title: String, @HTMLBuilder content: () -> HTML) -> HTML {
  page(frame, title: title, className: "public") {
    header(.class("top")) {
      brand(frame)
      div(.class("who")) { account(frame) }
    }
    Markup.main(.id("main"), .tabindex(-1)) { content() }
  }
}
