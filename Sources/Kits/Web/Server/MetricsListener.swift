package import Hummingbird
import NIOCore

extension WebServer {
  /// 监测端口 · A listener of its own that answers `GET /metrics` with plain text and everything else with 404: it is
  /// never reached through the office's address.
  package static func makeMetrics(
    host: String, port: Int, text: @escaping @Sendable () async -> String,
    onServerRunning: @escaping @Sendable (Int?) async -> Void
  ) -> Application<RouterResponder<BasicRequestContext>> {
    let router = Router()
    router.get("/metrics") { _, _ in
      Response(
        status: .ok,
        headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8", .cacheControl: "no-store"],
        body: ResponseBody(byteBuffer: ByteBuffer(string: await text())))
    }
    return Application(
      router: router, configuration: ApplicationConfiguration(address: .hostname(host, port: port)),
      onServerRunning: { await onServerRunning($0.localAddress?.port) })
  }
}
