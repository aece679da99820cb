/// 签名位 · Where the signature stands in a signed file: a string of hexadecimal digits between two stretches that
/// it covers.
struct SignatureSlot: Equatable {
  /// Bytes kept for the signature itself: with the office's own chain it needs about 1,700, with the longer keys and
  /// chains of a certification authority more.
  static let capacities = [4096, 16_384]
  private static let digits = Array("0123456789abcdef".utf8)

  /// The opening angle bracket.
  let start: Int
  /// Behind the closing angle bracket.
  let end: Int
  let fileSize: Int

  /// The two entries of the signature dictionary that say where it is. Their length does not depend on the
  /// numbers in them.
  var entries: String {
    let numbers = [0, start, end, fileSize - end].map { number in
      String(repeating: "0", count: 10 - String(number).count) + String(number)
    }
    return "/ByteRange [\(numbers.joined(separator: " "))]\n/Contents "
  }

  static let entriesLength = SignatureSlot(start: 0, end: 0, fileSize: 0).entries.utf8.count
  static func empty(_ capacity: Int) -> String { "<" + String(repeating: "0", count: 2 * capacity) + ">" }

  /// How much to keep for a signature that carries these certificates.
  static func capacity(for identity: SealIdentity) -> Int {
    let needed = ([identity.certificate] + identity.chain).reduce(2000) { $0 + $1.der.count }
    return capacities.first { needed <= $0 } ?? capacities[capacities.count - 1]
  }

  private var capacity: Int { (end - start - 2) / 2 }

  func covered(by bytes: [UInt8]) -> [UInt8] { Array(bytes[..<start] + bytes[end...]) }

  /// Refuses a signature that does not fit.
  func fill(_ bytes: inout [UInt8], with signature: [UInt8]) throws {
    guard signature.count <= capacity else { throw PaperError.signatureTooLong(signature.count) }
    for (index, byte) in signature.enumerated() {
      bytes[start + 1 + 2 * index] = Self.digits[Int(byte >> 4)]
      bytes[start + 2 + 2 * index] = Self.digits[Int(byte & 15)]
    }
  }

  /// The bytes in the slot with their padding, or nil where it is not written exactly as `fill` writes it.
  func content(of bytes: [UInt8]) -> [UInt8]? {
    guard Self.capacities.contains(where: { end - start == 2 * $0 + 2 }), bytes[start] == UInt8(ascii: "<"),
      bytes[end - 1] == UInt8(ascii: ">")
    else { return nil }
    var content: [UInt8] = []
    content.reserveCapacity(capacity)
    for index in stride(from: start + 1, to: end - 1, by: 2) {
      guard let high = Self.value(bytes[index]), let low = Self.value(bytes[index + 1]) else { return nil }
      content.append(high << 4 | low)
    }
    return content
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x61...0x66: digit - 0x61 + 10
    default: nil
    }
  }
}

extension SignatureSlot {
  /// Finds the slot of a signed file; nil unless the range covers the whole file but the slot.
  init?(in bytes: [UInt8]) {
    guard let mark = bytes.lastRange(of: "/ByteRange [") else { return nil }
    let numbers = (0..<4).compactMap { bytes.integer(at: mark.upperBound + 11 * $0) }
    guard numbers.count == 4 else { return nil }
    self.init(start: numbers[1], end: numbers[2], fileSize: bytes.count)
    guard start < end, end < bytes.count, bytes.hasBytes(entries, at: mark.lowerBound),
      mark.lowerBound + Self.entriesLength == start
    else { return nil }
  }
}
