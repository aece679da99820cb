/// 分段首部 · Part head: what the head of one part says: its field, and the file's name where it is a file.
struct PartHead: Equatable {
  let name: [UInt8]
  let fileName: String?

  /// Nil where the head names no field.
  init?(_ head: some Collection<UInt8>) {
    let lines = head.split { $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: "\n") }
    let wanted = Array("content-disposition:".utf8)
    let found = lines.first { $0.prefix(wanted.count).map(Self.lowercased) == wanted }
    guard let line = found else { return nil }
    let parts = Self.parameters(Array(line.dropFirst(wanted.count)))
    guard parts.first?.key == "form-data", let name = parts.first(where: { $0.key == "name" }) else { return nil }
    self.name = Self.unescaped(name.value)
    fileName = Self.fileName(parts)
  }

  /// `filename*` (RFC 5987) before `filename`: raw UTF-8 with the escapes that browsers make. A name in another
  /// encoding keeps what can be read of it.
  private static func fileName(_ parts: [(key: String, value: [UInt8])]) -> String? {
    if let extended = parts.first(where: { $0.key == "filename*" }) {
      let fields = extended.value.split(
        separator: UInt8(ascii: "'"), maxSplits: 2, omittingEmptySubsequences: false)
      if fields.count == 3, fields[0].map(lowercased) == Array("utf-8".utf8) {
        return FileName.clean(String(decoding: URLEncoded.decode(Array(fields[2]).escapingPlus), as: UTF8.self))
      }
    }
    guard let plain = parts.first(where: { $0.key == "filename" }) else { return nil }
    return plain.value.isEmpty ? "" : FileName.clean(String(decoding: unescaped(plain.value), as: UTF8.self))
  }

  /// Splits at `;` outside of quotes. In quotes, a backslash escapes a quote or itself, and is otherwise itself.
  private static func parameters(_ line: [UInt8]) -> [(key: String, value: [UInt8])] {
    var parts: [[UInt8]] = [[]]
    var isQuoted = false
    var index = 0
    while index < line.count {
      let byte = line[index]
      let next = index + 1 < line.count ? line[index + 1] : 0
      index += 1
      switch byte {
      case UInt8(ascii: "\\") where isQuoted && (next == UInt8(ascii: "\"") || next == UInt8(ascii: "\\")):
        parts[parts.count - 1].append(next)
        index += 1
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ";") where !isQuoted: parts.append([])
      default: parts[parts.count - 1].append(byte)
      }
    }
    return parts.map { part in
      let halves = part.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      let key = String(decoding: halves[0].map(lowercased), as: UTF8.self).trimmed
      return (key, halves.count > 1 ? Array(halves[1]) : [])
    }
  }

  /// `%22`, `%0D` and `%0A`: all that browsers escape in a name.
  private static func unescaped(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      let escape = byte == UInt8(ascii: "%") ? String(decoding: rest.prefix(2), as: UTF8.self).uppercased() : ""
      guard let plain = ["22": UInt8(ascii: "\""), "0D": 0x0D, "0A": 0x0A][escape] else {
        out.append(byte)
        continue
      }
      out.append(plain)
      rest = rest.dropFirst(2)
    }
    return out
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}

extension [UInt8] {
  /// RFC 5987 escapes everything but letters and digits; a `+` is a plus.
  fileprivate var escapingPlus: [UInt8] { flatMap { $0 == UInt8(ascii: "+") ? Array("%2B".utf8) : [$0] } }
}
