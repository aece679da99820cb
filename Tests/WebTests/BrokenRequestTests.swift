import Foundation
import Hummingbird
import HummingbirdTesting
import Kernel
import Testing

@testable import Web

/// 读不懂的请求 · Broken requests, over a socket: 400 at once, one answer, and the connection ends.
@Suite(.timeLimit(.minutes(1))) struct BrokenRequestTests {
  @Test(arguments: [
    "gzip", "identity", "gzip, chunked", "chunked, gzip", "xchunked", "chunked\r\nTransfer-Encoding: x",
  ])
  func anUnknownTransferEncodingIsRefusedAtOnce(_ encoding: String) async throws {
    let answer = try await Self.answer(
      "POST /session HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: \(encoding)\r\n\r\n5\r\nlogin\r\n0\r\n\r\n")
    #expect(answer.hasPrefix("HTTP/1.1 400 "), "\(answer)")
    #expect(Self.count(answer) == 1, "\(answer)")
  }

  @Test(arguments: [
    "POST /session HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nZZZ\r\nlogin\r\n0\r\n\r\n",
    "POST /session HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "POST /session HTTP/1.1\r\nHost: x\r\nContent-Length: five\r\n\r\nlogin", "nonsense\r\n\r\n",
  ])
  func whatIsNoHTTPIsRefusedAtOnce(_ request: String) async throws {
    let answer = try await Self.answer(request)
    #expect(answer.hasPrefix("HTTP/1.1 400 "), "\(answer)")
    #expect(Self.count(answer) == 1, "\(answer)")
  }

  /// A body in chunks is read; what is wrong after an answer, and in a second request, brings no second answer to the first.
  @Test func aRequestInOrderIsAnsweredOnce() async throws {
    let chunked =
      "POST /session HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: Chunked\r\nConnection: close\r\n\r\n0\r\n\r\n"
    let read = try await Self.answer(chunked)
    #expect(!read.hasPrefix("HTTP/1.1 400 ") && !read.hasPrefix("HTTP/1.1 5") && Self.count(read) == 1, "\(read)")
    let second = try await Self.answer("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\nnonsense\r\n\r\n")
    #expect(second.hasPrefix("HTTP/1.1 200 ") && Self.count(second) <= 2, "\(second)")
  }

  private static func count(_ answer: String) -> Int { answer.components(separatedBy: "HTTP/1.1 ").count - 1 }

  /// Everything that comes back until the server ends the connection; it has five seconds for that.
  private static func answer(_ request: String) async throws -> String {
    let answer = Answer()
    try await TestSite.run(live: true) { _, client in
      let port = try #require(client.port)
      await answer.set(try Self.talk(request, to: port))
    }
    return await answer.text
  }

  private actor Answer {
    var text = ""
    func set(_ text: String) { self.text = text }
  }

  private static func talk(_ request: String, to port: Int) throws -> String {
    let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(connection) }
    var limit = timeval(tv_sec: 5, tv_usec: 0)
    setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(port)).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let connected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    try #require(connected == 0)
    let bytes = Array(request.utf8)
    try #require(send(connection, bytes, bytes.count, 0) == bytes.count)
    var (answer, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 65_536))
    while true {
      let count = recv(connection, &buffer, buffer.count, 0)
      // Below nought where nothing came for five seconds.
      try #require(count >= 0, "the connection stays open after \(String(decoding: answer, as: UTF8.self))")
      if count == 0 { return String(decoding: answer, as: UTF8.self) }
      answer += buffer[..<count]
    }
  }
}
