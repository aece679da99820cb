import Foundation
import FoundationXML

/// 标记树 · Markup tree: a page as its elements; our pages are well-formed XML.
package struct MarkupNode: Sendable {
  package let name: String
  package let attributes: [String: String]
  package internal(set) var children: [MarkupNode]
  /// Its own text and that of everything in it, in order.
  package internal(set) var text: String
  /// Its own text, piece by piece between what stands in it.
  package internal(set) var runs: [String]

  package subscript(_ attribute: String) -> String? { attributes[attribute] }

  /// Every element in it of this name, in order.
  package func all(_ name: String) -> [MarkupNode] {
    children.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
  }

  package func first(_ name: String) -> MarkupNode? { all(name).first }

  /// Every element in it, in order.
  package var descendants: [MarkupNode] { children.flatMap { [$0] + $0.descendants } }

  package func has(class wanted: String) -> Bool {
    attributes["class"]?.split(separator: " ").contains { $0 == wanted } ?? false
  }

  package static func parse(_ bytes: [UInt8], path: String = "") throws -> MarkupNode {
    let builder = Builder()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = builder
    guard parser.parse(), let root = builder.root else {
      throw BrowserProblem.notWellFormed(path: path, line: parser.lineNumber)
    }
    return root
  }

  private final class Builder: NSObject, XMLParserDelegate {
    var root: MarkupNode?
    private var open: [MarkupNode] = []
    private var isInRun = false

    func parser(
      _: XMLParser, didStartElement name: String, namespaceURI _: String?, qualifiedName _: String?,
      attributes: [String: String]
    ) {
      open.append(MarkupNode(name: name, attributes: attributes, children: [], text: "", runs: []))
      isInRun = false
    }

    func parser(_: XMLParser, foundCharacters text: String) {
      guard let last = open.indices.last else { return }
      open[last].text += text
      if isInRun {
        open[last].runs[open[last].runs.count - 1] += text
      } else {
        open[last].runs.append(text)
      }
      isInRun = true
    }

    func parser(_: XMLParser, didEndElement _: String, namespaceURI _: String?, qualifiedName _: String?) {
      isInRun = false
      guard let done = open.popLast() else { return }
      guard !open.isEmpty else {
        root = done
        return
      }
      open[open.count - 1].text += done.text
      open[open.count - 1].children.append(done)
    }
  }
}
