import Foundation
import Kernel
import TestSupport
import Testing
import WorkCalendar

/// 线路 · Wire: what is no proper HTTP, over a socket of another program.
@Suite(.timeLimit(.minutes(2))) struct WireTests {
  /// Nothing after such a head can be told from a second request: it is refused, and the connection closed.
  @Test(arguments: ["gzip", "x7q", "chunked, gzip", "identity"])
  func anUnknownTransferEncodingIsRefused(_ encoding: String) async throws {
    let office = try await TestOffice(at: Instant(.literal(2016, 3, 7), hour: 9), seal: false)
    try await office.serve { address in
      let answer = try Tool.run(
        "python3", "-c",
        """
        import socket, sys
        host, port = sys.argv[1].removeprefix("http://").split(":")
        wire = socket.create_connection((host, int(port)), 20)
        wire.sendall(f"POST /session HTTP/1.1\\r\\nHost: a\\r\\nTransfer-Encoding: {sys.argv[2]}\\r\\n\\r\\nlogin=a".encode())
        got = b""
        while more := wire.recv(65536): got += more
        print(got.decode())
        """, address, encoding)
      #expect(answer.text.hasPrefix("HTTP/1.1 400"), "\(answer.text.prefix(200))")
      #expect(answer.text.components(separatedBy: "HTTP/1.1 ").count == 2, "more than one answer")
    }
  }
}
