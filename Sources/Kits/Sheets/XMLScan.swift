import Foundation
import FoundationXML
import Localization

/// What reads one part of a workbook as its XML goes by. Names come without their namespace prefix.
protocol XMLHandler {
  mutating func start(_ name: String, _ attributes: [String: String]) throws(SheetError)
  mutating func text(_ text: String)
  mutating func end(_ name: String) throws(SheetError)
}

/// Foundation's XML parser over one part, UTF-8 only and without document types, so no entities can be declared; and
/// without processing instructions, for an empty one (`<?x?>`) stops that parser, and the program with it.
enum XMLScan {
  static func run<Handler: XMLHandler>(
    _ bytes: [UInt8], entry: String, into handler: Handler
  ) throws(SheetError) -> Handler {
    let data = Data(bytes)
    guard isUTF8(bytes), data.range(of: Data("<!DOCTYPE".utf8)) == nil, !hasInstruction(data) else {
      throw SheetError(.entry(entry), Text("含有不接受的XML内容。", "XML that is not accepted here."))
    }
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

  /// The declaration at the very beginning is none.
  private static func hasInstruction(_ data: Data) -> Bool {
    let declaration = Data("<?xml ".utf8)
    let start = data.prefix(16).range(of: declaration)?.upperBound ?? data.startIndex
    return data[start...].range(of: Data("<?".utf8)) != nil
  }

  /// In another encoding, known by its first bytes or by its own declaration, a document type would not be seen.
  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    let mark = TextEncoding.utf8.byteOrderMark
    let head = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
    guard head.first == UInt8(ascii: "<"), head.dropFirst().first != 0 else { return false }
    guard head.starts(with: "<?xml".utf8) else { return true }
    let declaration = String(decoding: head.prefix(256).prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self)
    guard let encoding = declaration.firstMatch(of: /encoding\s*=\s*["']([^"']*)["']/) else {
      return declaration.hasSuffix("?") && !declaration.contains("encoding")
    }
    return ["utf-8", "us-ascii"].contains(encoding.output.1.lowercased())
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
