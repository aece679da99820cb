/// Attributes of every element, of links and of the document's head.
extension Attribute {
  package enum Direction: String, Sendable { case ltr, rtl, auto }

  package static func `class`(_ names: String?) -> Attribute { Attribute("class", names) }
  package static func id(_ id: String?) -> Attribute { Attribute("id", id) }
  package static func lang(_ tag: String?) -> Attribute { Attribute("lang", tag) }
  package static func dir(_ direction: Direction) -> Attribute { Attribute("dir", direction.rawValue) }
  package static func title(_ text: String?) -> Attribute { Attribute("title", text) }
  package static func hidden(_ flag: Bool = true) -> Attribute { Attribute("hidden", flag: flag) }
  package static func accesskey(_ key: String?) -> Attribute { Attribute("accesskey", key) }
  package static func tabindex(_ index: Int) -> Attribute { Attribute("tabindex", index) }

  // Links
  package static func href(_ address: String) -> Attribute { Attribute("href", SafeAddress.checked(address)) }
  package static func src(_ address: String) -> Attribute { Attribute("src", SafeAddress.checked(address)) }
  package static func alt(_ text: String) -> Attribute { Attribute("alt", text) }
  package static func rel(_ words: String) -> Attribute { Attribute("rel", words) }
  package static func hreflang(_ tag: String) -> Attribute { Attribute("hreflang", tag) }
  package static func download(_ fileName: String?) -> Attribute { Attribute("download", fileName) }
  package static func datetime(_ machineReadable: String) -> Attribute { Attribute("datetime", machineReadable) }
  package static func open(_ flag: Bool = true) -> Attribute { Attribute("open", flag: flag) }

  // Head
  package static func charset(_ name: String) -> Attribute { Attribute("charset", name) }
  package static func content(_ text: String) -> Attribute { Attribute("content", text) }
  package static func `defer`(_ flag: Bool = true) -> Attribute { Attribute("defer", flag: flag) }

  // Tables
  package enum Scope: String, Sendable { case col, row, colgroup, rowgroup }

  package static func scope(_ scope: Scope) -> Attribute { Attribute("scope", scope.rawValue) }
  package static func colspan(_ count: Int) -> Attribute { Attribute("colspan", count) }
  package static func rowspan(_ count: Int) -> Attribute { Attribute("rowspan", count) }

  // What app.js listens to
  package static func dataLive(_ path: String?) -> Attribute { Attribute("data-live", path) }
  package static func dataTarget(_ id: String?) -> Attribute { Attribute("data-target", id) }
  package static func dataMinutes(_ minutes: Int?) -> Attribute {
    Attribute("data-minutes", minutes.map(String.init))
  }
  package static func dataGuard(_ message: String?) -> Attribute { Attribute("data-guard", message) }
  package static func dataChanged(_ flag: Bool = true) -> Attribute { Attribute("data-changed", flag: flag) }
  package static func dataAwait(_ flag: Bool = true) -> Attribute { Attribute("data-await", flag: flag) }
  package static func dataPrint(_ flag: Bool = true) -> Attribute { Attribute("data-print", flag: flag) }
  package static func dataSession(minutes: Int) -> Attribute { Attribute("data-session", minutes) }
  package static func dataStay(_ path: String) -> Attribute { Attribute("data-stay", SafeAddress.checked(path)) }
  package static func dataEnded(_ flag: Bool = true) -> Attribute { Attribute("data-ended", flag: flag) }
  package static func dataPad(_ field: String) -> Attribute { Attribute("data-pad", field) }
  package static func dataClear(_ flag: Bool = true) -> Attribute { Attribute("data-clear", flag: flag) }
  package static func dataWithoutPad(_ flag: Bool = true) -> Attribute { Attribute("data-without-pad", flag: flag) }
  package static func targetBlank() -> Attribute { Attribute("target", "_blank") }

  /// What app.css shows before a cell when a table is stacked on a phone.
  package static func dataLabel(_ text: String?) -> Attribute { Attribute("data-label", text) }
}
