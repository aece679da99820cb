import Foundation
import Glibc

/// 连接 · HTTP connection: one kept-alive connection to a server on this machine, as plain as can be, so that what is
/// measured is the server.
final class HTTPConnection {
  struct Answer {
    let status: Int
    let head: String
    let body: ArraySlice<UInt8>
    let bytes: Int
  }

  private let port: UInt16
  private var socket: Int32 = -1
  private var buffer = [UInt8](repeating: 0, count: 64 * 1024)

  init(port: UInt16) { self.port = port }

  deinit { if socket >= 0 { close(socket) } }

  /// Sends a whole request and waits for the whole answer.
  func ask(_ request: [UInt8]) throws -> Answer {
    if socket < 0 { try connect() }
    try send(request)
    var filled = 0
    var headEnd: Int?
    while true {
      if headEnd == nil { headEnd = Self.end(of: buffer[..<filled]) }
      if let headEnd {
        let head = String(decoding: buffer[..<headEnd], as: UTF8.self)
        let length = Self.header("content-length", in: head).flatMap(Int.init) ?? 0
        if filled >= headEnd + length { return answer(head, headEnd, headEnd + length) }
        if buffer.count < headEnd + length { grow(to: headEnd + length) }
      } else if filled == buffer.count {
        grow(to: buffer.count * 2)
      }
      filled += try receive(from: filled)
    }
  }

  static func header(_ name: String, in head: String) -> String? {
    for line in head.split(separator: "\r\n") {
      guard let colon = line.firstIndex(of: ":"), line[..<colon].lowercased() == name else { continue }
      return line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    }
    return nil
  }

  private func answer(_ head: String, _ start: Int, _ end: Int) -> Answer {
    let status = head.split(separator: " ", maxSplits: 2).dropFirst().first.flatMap { Int($0) } ?? 0
    if Self.header("connection", in: head)?.lowercased() == "close" { disconnect() }
    return Answer(status: status, head: head, body: buffer[start..<end], bytes: end)
  }

  private func connect() throws {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else { throw broken("connect") }
    var patience = timeval(tv_sec: 60, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    var one: Int32 = 1
    setsockopt(socket, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
  }

  private func send(_ request: [UInt8]) throws {
    var sent = 0
    while sent < request.count {
      let count = request.withUnsafeBytes {
        Glibc.send(socket, $0.baseAddress?.advanced(by: sent), request.count - sent, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { throw broken("send") }
      sent += count
    }
  }

  private func receive(from start: Int) throws -> Int {
    let count = buffer.withUnsafeMutableBytes {
      recv(socket, $0.baseAddress?.advanced(by: start), $0.count - start, 0)
    }
    guard count > 0 else { throw broken("receive") }
    return count
  }

  private func grow(to size: Int) { buffer += [UInt8](repeating: 0, count: size - buffer.count) }

  private func broken(_ what: String) -> ConnectionProblem {
    let problem = ConnectionProblem(what: what, code: errno)
    disconnect()
    return problem
  }

  private func disconnect() {
    if socket >= 0 { close(socket) }
    socket = -1
  }

  /// Where the head ends, the empty line included.
  private static func end(of bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count >= 4 else { return nil }
    return (3..<bytes.count).first { bytes[$0] == 10 && bytes[$0 - 1] == 13 && bytes[$0 - 2] == 10 }.map { $0 + 1 }
  }
}

/// What went wrong on the way to the server.
struct ConnectionProblem: Error, CustomStringConvertible {
  let what: String
  var code: Int32 = 0
  var description: String { code == 0 ? what : "\(what): \(String(cString: strerror(code)))" }
}
