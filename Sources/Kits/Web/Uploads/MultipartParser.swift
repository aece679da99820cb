import Foundation

/// 多段解析 · Multipart parser: takes a body in chunks of any size and tells what it holds (RFC 7578). It keeps no more
/// than one head or one delimiter in memory.
struct MultipartParser {
  enum Event: Equatable {
    case begin(PartHead)
    case data(ArraySlice<UInt8>)
    case end
  }

  enum Problem: Error, Equatable {
    case boundary, delimiter, head, tooManyParts, truncated
  }

  static let maxHead = 16 << 10
  static let maxParts = 2_000

  private enum State { case preamble, afterDelimiter, head, body, epilogue }

  private let delimiter: [UInt8]
  private var state = State.preamble
  /// What is not yet told; the first delimiter may stand at the very beginning, without its line end.
  private var buffer: [UInt8] = Array("\r\n".utf8)
  private var start = 0
  private var parts = 0

  /// Refuses a boundary that RFC 2046 does not allow.
  init(boundary: String) throws(Problem) {
    let bytes = Array(boundary.utf8)
    guard (1...70).contains(bytes.count), bytes.last != UInt8(ascii: " "),
      bytes.allSatisfy({ (0x20..<0x7F).contains($0) })
    else { throw .boundary }
    delimiter = Array("\r\n--".utf8) + bytes
  }

  mutating func feed(_ chunk: [UInt8], _ tell: (Event) throws -> Void) throws {
    if state == .epilogue { return }
    buffer += chunk
    while try step(tell) {}
    buffer.removeFirst(start)
    start = 0
  }

  /// Refuses a body that ended before its closing delimiter.
  func finish() throws(Problem) {
    guard state == .epilogue else { throw .truncated }
  }

  /// True where there may be more to tell of what is in the buffer.
  private mutating func step(_ tell: (Event) throws -> Void) throws -> Bool {
    switch state {
    case .preamble, .body: try seekDelimiter(tell)
    case .afterDelimiter: try readDelimiterEnd()
    case .head: try readHead(tell)
    case .epilogue: false
    }
  }

  private mutating func seekDelimiter(_ tell: (Event) throws -> Void) throws -> Bool {
    let found = position(of: delimiter)
    let safe = found ?? max(start, buffer.count - delimiter.count + 1)
    if state == .body, safe > start { try tell(.data(buffer[start..<safe])) }
    start = safe
    guard found != nil else { return false }
    start += delimiter.count
    if state == .body { try tell(.end) }
    state = .afterDelimiter
    return true
  }

  private mutating func readDelimiterEnd() throws -> Bool {
    var end = start
    while end < buffer.count, buffer[end] == UInt8(ascii: " ") || buffer[end] == UInt8(ascii: "\t") { end += 1 }
    guard end - start <= 64 else { throw Problem.delimiter }
    guard end + 2 <= buffer.count else { return false }
    let two = Array(buffer[end..<end + 2])
    if two == Array("--".utf8), end == start {
      state = .epilogue
      start = buffer.count
      return false
    }
    guard two == Array("\r\n".utf8) else { throw Problem.delimiter }
    // The line end stays: a head without any field is then a blank line like every other end of a head.
    start = end
    state = .head
    parts += 1
    guard parts <= Self.maxParts else { throw Problem.tooManyParts }
    return true
  }

  private mutating func readHead(_ tell: (Event) throws -> Void) throws -> Bool {
    guard let end = position(of: Array("\r\n\r\n".utf8)) else {
      guard buffer.count - start <= Self.maxHead else { throw Problem.head }
      return false
    }
    guard end - start <= Self.maxHead, let head = PartHead(buffer[start..<end]) else { throw Problem.head }
    try tell(.begin(head))
    // A body that is empty begins with its own delimiter's line end.
    start = end + 4
    state = .body
    return true
  }

  private func position(of needle: [UInt8]) -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, let first = needle.first else { return nil }
      var from = start
      while from + needle.count <= bytes.count,
        let hit = memchr(base + from, Int32(first), bytes.count - needle.count + 1 - from)
      {
        let index = UnsafeRawPointer(hit) - base
        if memcmp(hit, needle, needle.count) == 0 { return index }
        from = index + 1
      }
      return nil
    }
  }
}
