/// Which cell styles show a number as a day or a time, and how such a number reads.
struct NumberStyles: XMLHandler {
  enum Kind { case number, day, time, dayAndTime }

  let countsFrom1904: Bool
  private var codes: [Int: String] = [:]
  private var kinds: [Kind] = []
  private var isCellFormats = false

  init(countsFrom1904: Bool) { self.countsFrom1904 = countsFrom1904 }

  func kind(ofStyle style: Int) -> Kind {
    kinds.indices.contains(style) ? kinds[style] : .number
  }

  mutating func start(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "numFmt":
      if let id = attributes["numFmtId"].flatMap({ Int($0) }) { codes[id] = attributes["formatCode"] }
    case "cellXfs": isCellFormats = true
    case "xf" where isCellFormats:
      let format = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      kinds.append(codes[format].map(Self.kind(ofCode:)) ?? Self.kind(ofBuiltIn: format))
    default: break
    }
  }

  func text(_ text: String) {}

  mutating func end(_ name: String) { if name == "cellXfs" { isCellFormats = false } }

  /// ECMA-376 part 1, 18.8.30, with the Chinese ones.
  private static func kind(ofBuiltIn id: Int) -> Kind {
    switch id {
    case 14...17, 27...31, 36, 50...54, 57, 58: .day
    case 18...21, 32...35, 45...47, 55, 56: .time
    case 22: .dayAndTime
    default: .number
    }
  }

  private static func kind(ofCode code: String) -> Kind {
    let section = code.prefix { $0 != ";" }
    let elapsed = section.contains(/\[[hms]+\]/.ignoresCase())
    let bare = section.replacing(/"[^"]*"|[\\_*].|\[[^\]]*\]/, with: "").lowercased()
    guard bare != "general" else { return .number }
    let hasTime = elapsed || bare.contains(/[hs]/)
    let hasDay = bare.contains(/[yd]/) || bare.contains("m") && !hasTime
    return hasDay ? hasTime ? .dayAndTime : .day : hasTime ? .time : .number
  }
}
