import Foundation

/// The stylesheet as text, with its colour tokens in the light and in the dark scheme.
enum Stylesheet {
  enum Scheme: String, CaseIterable, Sendable { case light, dark }

  static let text: String = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/Kits/Web/Assets/app.css").standardized
    return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  }()

  /// What stands in the block that starts with `opening`, up to the first closing brace.
  static func block(_ opening: String) -> Substring {
    guard let start = text.range(of: opening), let end = text[start.upperBound...].firstIndex(of: "}") else {
      return ""
    }
    return text[start.upperBound..<end]
  }

  static let colours: [Scheme: [String: Colour]] = {
    let light = colours(in: block("\n:root {"))
    let dark = colours(in: block("(prefers-color-scheme: dark) {\n  :root:not(.light) {"))
    return [.light: light, .dark: light.merging(dark) { _, own in own }]
  }()

  static let tokens = Set(text.matches(of: /(--[a-z0-9-]+):/).map { String($0.output.1) })
  static let uses = Set(text.matches(of: /var\((--[a-z0-9-]+)\)/).map { String($0.output.1) })

  private static func colours(in block: Substring) -> [String: Colour] {
    var colours: [String: Colour] = [:]
    for match in block.matches(of: /--([a-z0-9-]+): #([0-9a-f]{6});/) {
      colours[String(match.output.1)] = Colour(hex: match.output.2)
    }
    return colours
  }
}
