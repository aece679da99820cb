package import Localization
package import Markup

/// 展开 · Disclosure: more to read for who wants it, one press away.
package func disclosure(
  _ title: Text, open: Bool = false, in language: Language, @HTMLBuilder content: () -> HTML
) -> HTML {
  details(.class("more"), .open(open)) {
    summary { title[language] }
    div { content() }
  }
}
