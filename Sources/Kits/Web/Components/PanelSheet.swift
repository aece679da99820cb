package import Kernel
package import Localization
package import Markup

/// 面板版块 · Panel sheet: what another capability shows here, as facts with their links.
package func panelSheet(_ panel: Panel, in language: Language) -> HTML {
  sheet(panel.title, in: language) {
    facts(
      panel.lines.map { line in
        guard let path = line.path else { return Fact(line.label, line.value[language]) }
        return Fact(line.label, a(.href(path)) { line.value[language] })
      }, in: language)
  }
}
