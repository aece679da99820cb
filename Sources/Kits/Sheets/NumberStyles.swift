import Localization

/// Which cell styles show a number as a day or a time, and how such a number reads.
struct NumberStyles: XMLHandler {
  enum Kind { case number, day, time, dayAndTime }

  /// Excel itself allows some two hundred formats of so many characters, and 64,000 cell styles.
  private static let most = (formats: 2_000, characters: 255, styles: 65_536)

  let countsFrom1904: Bool
  private var formats: [Int: Kind] = [:]
  private var kinds: [Kind] = []
  private var isCellFormats = false

  init(countsFrom1904: Bool) { self.countsFrom1904 = countsFrom1904 }

  func kind(ofStyle style: Int) -> Kind {
    kinds.indices.contains(style) ? kinds[style] : .number
  }

  mutating func start(_ name: String, _ attributes: [String: String]) throws(SheetError) {
    switch name {
    case "numFmt":
      guard let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] else {
        return
      }
      guard formats.count < Self.most.formats, code.unicodeScalars.count <= Self.most.characters else {
        throw Self.tooLarge
      }
      formats[id] = Self.kind(ofCode: code)
    case "cellXfs": isCellFormats = true
    case "xf" where isCellFormats:
      let format = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      guard kinds.count < Self.most.styles else { throw Self.tooLarge }
      kinds.append(formats[format] ?? Self.kind(ofBuiltIn: format))
    default: break
    }
  }

  func text(_ text: String) {}

  mutating func end(_ name: String) { if name == "cellXfs" { isCellFormats = false } }

  private static let tooLarge = SheetError(
    .file, Text("单元格格式过多或者过长，拒绝读取。", "too many cell formats, or too long ones; not read."))

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
