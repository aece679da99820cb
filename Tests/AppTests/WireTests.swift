import Foundation
import Kernel
import TestSupport
import Testing
import WorkCalendar

/// 线路 · Wire: what is no proper HTTP, over a socket of another program.
@Suite(.timeLimit(.minutes(10))) struct WireTests {
  /// Nothing after such a head can be told from a second request: the connection is closed, with 400 where an answer still
  /// reaches the other side before that.
  @Test(arguments: ["gzip", "x7q", "chunked, gzip", "identity"])
  func anUnknownTransferEncodingIsRefused(_ encoding: String) async throws {
    let office = try await TestOffice(at: Instant(.literal(2016, 3, 7), hour: 9), seal: false)
    try await office.serve { address in
      let answer = try Tool.run(
        "python3", "-c",
        """
        import socket, sys
        host, port = sys.argv[1].removeprefix("http://").split(":")
        wire = socket.create_connection((host, int(port)), 120)
        wire.sendall(f"POST /session HTTP/1.1\\r\\nHost: a\\r\\nTransfer-Encoding: {sys.argv[2]}\\r\\n\\r\\nlogin=a".encode())
        got = b""
        while more := wire.recv(65536): got += more
        print(got.decode())
        """, address, encoding)
      let text = answer.text.trimmingCharacters(in: .newlines)
      #expect(text.isEmpty || text.hasPrefix("HTTP/1.1 400"), "\(text.prefix(200))")
      #expect(text.components(separatedBy: "HTTP/1.1 ").count <= 2, "more than one answer")
    }
  }
}
