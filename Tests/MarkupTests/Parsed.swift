import Foundation
import Markup

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What an independent XML parser reads in our bytes; nil when they are not well-formed.
struct Parsed {
  struct Node: Equatable {
    let name: String
    let attributes: [String: String]
  }

  let nodes: [Node]
  let text: String

  init?(_ html: HTML) {
    self.init(html.bytes())
  }

  init?(_ bytes: [UInt8]) {
    let reader = Reader()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = reader
    guard parser.parse() else { return nil }
    nodes = reader.nodes
    text = reader.text
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var nodes: [Node] = []
    var text = ""

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      nodes.append(Node(name: name, attributes: attributes))
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
  }
}
