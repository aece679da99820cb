import Foundation
package import Localization
package import Markup

/// 印章图样 · Seal picture: on a page what the press draws on a paper: ring, star and the agency's name on the arc.
package struct SealPicture {
  private static let side = 160.0
  private static let red = "#c8161d"
  private let agency: String

  package init(agency: String) { self.agency = agency }

  package func html(in language: Language) -> HTML {
    let middle = Self.side / 2
    return SVG.svg(
      .svgNamespace, .role(.img), .viewBox("0 0 160 160"), .width(.pixels(Self.side)), .height(.pixels(Self.side)),
      .focusable(false)
    ) {
      SVG.title { Text("\(agency)的印章", "Seal of \(agency)")[language] }
      SVG.circle(
        .cx(.pixels(middle)), .cy(.pixels(middle)), .r(middle - 4), .fill("none"), .stroke(Self.red),
        .strokeWidth(4))
      SVG.path(.d(star(at: middle)), .fill(Self.red))
      for (character, angle) in letters {
        SVG.text(
          .x(.pixels(middle)), .y(.pixels(28)), .fontSize(size), .fill(Self.red), .textAnchor(.middle),
          .transform("rotate(\(angle) \(middle) \(middle))"), .lang(Language.zh.tag)
        ) { String(character) }
      }
    }
  }

  /// Spread over the top, never closer than they are wide.
  private var letters: [(Character, Double)] {
    let all = Array(agency)
    let step = min(30, 250 / Double(max(all.count - 1, 1)))
    return all.enumerated().map { index, character in
      (character, ((Double(index) - Double(all.count - 1) / 2) * step * 100).rounded() / 100)
    }
  }

  private var size: Double { agency.count > 14 ? 12 : 16 }

  private func star(at middle: Double) -> String {
    let points = (0..<10).map { corner in
      let reach = corner.isMultiple(of: 2) ? 26 : 26 * 0.381966
      let angle = Double(corner) * .pi / 5
      return "\(short(middle + reach * sin(angle))) \(short(middle - reach * cos(angle)))"
    }
    return "M" + points.joined(separator: "L") + "Z"
  }

  private func short(_ value: Double) -> String { String((value * 100).rounded() / 100) }
}
