import Foundation
import FoundationXML
import Localization

/// What reads one part of a workbook as its XML goes by. Names come without their namespace prefix.
protocol XMLHandler {
  mutating func start(_ name: String, _ attributes: [String: String]) throws(SheetError)
  mutating func text(_ text: String)
  mutating func end(_ name: String) throws(SheetError)
}

/// Foundation's XML parser over one part, UTF-8 only and without document types, so no entities can be declared.
enum XMLScan {
  static func run<Handler: XMLHandler>(
    _ bytes: [UInt8], entry: String, into handler: Handler
  ) throws(SheetError) -> Handler {
    let data = Data(bytes)
    guard bytes.first == UInt8(ascii: "<") || bytes.starts(with: TextEncoding.utf8.byteOrderMark),
      data.range(of: Data("<!DOCTYPE".utf8)) == nil
    else { throw SheetError(.entry(entry), Text("含有不接受的XML内容。", "XML that is not accepted here.")) }
    // As a stream it is parsed in pieces; given whole, libxml2 stops after ten megabytes.
    let parser = XMLParser(stream: InputStream(data: data))
    let delegate = XMLDelegate(handler)
    parser.delegate = delegate
    let isWhole = parser.parse()
    if let error = delegate.error { throw error }
    guard isWhole, !delegate.isBroken else {
      let line = parser.lineNumber
      throw SheetError(.entry(entry), Text("XML在第\(line)行损坏。", "its XML is damaged at line \(line)."))
    }
    return delegate.handler
  }
}

private final class XMLDelegate<Handler: XMLHandler>: NSObject, XMLParserDelegate {
  var handler: Handler
  var error: SheetError?
  var isBroken = false

  init(_ handler: Handler) { self.handler = handler }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    attempt(parser) { () throws(SheetError) in try handler.start(localName(name), attributes) }
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) { handler.text(text) }

  func parser(_ parser: XMLParser, foundCDATA block: Data) { handler.text(String(decoding: block, as: UTF8.self)) }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    attempt(parser) { () throws(SheetError) in try handler.end(localName(name)) }
  }

  /// libxml2 recovers from broken markup unless its complaint is heard.
  func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) { isBroken = true }

  private func attempt(_ parser: XMLParser, _ body: () throws(SheetError) -> Void) {
    guard error == nil else { return }
    do {
      try body()
    } catch {
      self.error = error
      parser.abortParsing()
    }
  }

  private func localName(_ name: String) -> String {
    name.utf8.lastIndex(of: UInt8(ascii: ":")).map { String(name[name.utf8.index(after: $0)...]) } ?? name
  }
}
