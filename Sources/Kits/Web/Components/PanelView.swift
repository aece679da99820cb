package import Kernel
package import Localization
package import Markup

/// 面板 · A panel of another capability as a sheet on this page.
package func panelSheet(_ panel: Panel, in language: Language) -> HTML {
  sheet(panel.title, in: language) {
    facts(
      panel.lines.map { line in
        guard let path = line.path else { return Fact(line.label, line.value[language]) }
        return Fact(line.label, a(.href(path)) { line.value[language] })
      }, in: language)
  }
}
