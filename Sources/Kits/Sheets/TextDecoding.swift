import Localization

/// 文字解码 · Text decoding: valid UTF-8 is UTF-8, a byte order mark decides, everything else is GB18030.
///
/// Refuses bytes that are no text in any of them, naming the first such byte. The byte order mark is dropped.
package enum TextDecoding {
  package static func decode(
    _ bytes: [UInt8], as encoding: TextEncoding? = nil
  ) throws(SheetError) -> (text: String, encoding: TextEncoding) {
    let marked = TextEncoding.allCases.first { bytes.starts(with: $0.byteOrderMark) }
    if let known = encoding ?? marked { return (try decode(bytes, known: known), known) }
    if let text = String(validating: bytes, as: UTF8.self) { return (text, .utf8) }
    do {
      return (try decode(bytes, known: .gb18030), .gb18030)
    } catch {
      let offset = firstInvalidUTF8(in: bytes[...]) ?? 0
      throw SheetError(
        error.place,
        Text(
          "不是有效的GB18030文字，也不是UTF-8（UTF-8在第\(offset)字节处中断）。请另存为UTF-8后重试。",
          "neither valid GB18030 nor UTF-8 (as UTF-8 it breaks at byte \(offset)). Save it as UTF-8 and try again.")
      )
    }
  }

  private static func decode(_ bytes: [UInt8], known encoding: TextEncoding) throws(SheetError) -> String {
    let mark = encoding.byteOrderMark.count
    let body = bytes.starts(with: encoding.byteOrderMark) ? bytes[mark...] : bytes[...]
    let failure: Int?
    if encoding == .utf8 {
      if let text = String(validating: body, as: UTF8.self) { return text }
      failure = firstInvalidUTF8(in: body)
    } else {
      switch Iconv.decode(body, from: encoding.rawValue) {
      case .success(let text): return text
      case .failure(let stop): failure = stop.offset
      }
    }
    let name = encoding.rawValue.uppercased()
    throw SheetError(.byte(failure ?? body.startIndex), Text("不是有效的\(name)文字。", "not valid \(name) text."))
  }

  private static func firstInvalidUTF8(in bytes: ArraySlice<UInt8>) -> Int? {
    var parser = Unicode.UTF8.ForwardParser()
    var source = bytes.makeIterator()
    var offset = bytes.startIndex
    while true {
      switch parser.parseScalar(from: &source) {
      case .valid(let scalar): offset += scalar.count
      case .error: return offset
      case .emptyInput: return nil
      }
    }
  }
}
