/// 网址编码 · URL-encoded: the text of queries and of forms without files, read and written.
package enum URLEncoded {
  static let maxFields = 2_000

  /// Refuses more fields than a person's form can hold.
  static func parse(_ bytes: some Collection<UInt8>) throws(BodyProblem) -> Fields {
    let parts = bytes.split(separator: UInt8(ascii: "&"))
    guard parts.count <= maxFields else { throw .tooManyFields }
    return Fields(
      parts.map { part in
        let halves = part.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
        return Fields.Field(name: decode(halves[0]), value: halves.count > 1 ? decode(halves[1]) : [])
      })
  }

  /// Undoes `+` and `%XX`; an escape that is none stays as it is.
  static func decode(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let high = rest.first.flatMap(digit),
        let low = rest.dropFirst().first.flatMap(digit)
      {
        out.append(high << 4 | low)
        rest = rest.dropFirst(2)
      } else {
        out.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
      }
    }
    return out
  }

  /// `name=值&…` in the form that every part of an address allows.
  package static func query(_ pairs: KeyValuePairs<String, String>) -> String { query(pairs.map { ($0, $1) }) }

  static func query(_ pairs: [(name: String, value: String)]) -> String {
    pairs.map { "\(escape($0.name))=\(escape($0.value))" }.joined(separator: "&")
  }

  package static func escape(_ text: String) -> String {
    if text.utf8.allSatisfy(isUnreserved) { return text }
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count * 3)
    for byte in text.utf8 {
      if isUnreserved(byte) {
        out.append(byte)
      } else {
        out += [UInt8(ascii: "%"), hexDigit(byte >> 4), hexDigit(byte & 0xF)]
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value + (value < 10 ? UInt8(ascii: "0") : UInt8(ascii: "A") - 10)
  }

  static func digit(_ byte: UInt8) -> UInt8? {
    Character(Unicode.Scalar(byte)).hexDigitValue.map { UInt8($0) }
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
