import Foundation
import Markup

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The marks of a chart as an independent XML parser reads them.
struct Drawn {
  struct Mark {
    let name: String
    let attributes: [String: String]

    func number(_ attribute: String) -> Double {
      Double((attributes[attribute] ?? "").replacing("%", with: "")) ?? .nan
    }

    var classes: [String] { (attributes["class"] ?? "").split(separator: " ").map(String.init) }
  }

  let marks: [Mark]
  let text: String

  init?(_ html: HTML) {
    let reader = Reader()
    let parser = XMLParser(data: Data(html.bytes()))
    parser.delegate = reader
    guard parser.parse() else { return nil }
    marks = reader.marks
    text = reader.text
  }

  func boxes(_ className: String) -> [Mark] {
    marks.filter { $0.name == "rect" && $0.classes.contains(className) }
  }

  func lines(_ className: String) -> [Mark] {
    marks.filter { $0.name == "line" && $0.classes.contains(className) }
  }

  var height: Double { marks.first { $0.name == "svg" }?.number("height") ?? .nan }

  /// Whether every mark is a number and lies inside the drawing.
  var isInside: Bool {
    marks.allSatisfy { mark in
      switch mark.name {
      case "rect":
        mark.number("x") >= 0 && mark.number("x") + mark.number("width") <= 100.01 && mark.number("width") >= 0
          && mark.number("y") >= 0 && mark.number("height") >= 0
          && mark.number("y") + mark.number("height") <= height + 0.01
      case "line":
        ["x1", "x2"].allSatisfy { (0...100.01).contains(mark.number($0)) }
          && ["y1", "y2"].allSatisfy { (0...height).contains(mark.number($0)) }
      case "circle": (0...100).contains(mark.number("cx")) && (0...height).contains(mark.number("cy"))
      case "text": (0...100).contains(mark.number("x")) && (0...height).contains(mark.number("y"))
      default: true
      }
    }
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var marks: [Mark] = []
    var text = ""

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      marks.append(Mark(name: name, attributes: attributes))
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string + "\n" }
  }
}
