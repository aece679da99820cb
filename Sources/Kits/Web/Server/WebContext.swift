package import Hummingbird
import NIOCore
import Storage

/// 连接上下文 · Web context: what Hummingbird knows of a request beside what was sent.
package struct WebContext: RequestContext {
  package var coreContext: CoreRequestContextStorage
  /// The other end of the connection: a browser, or a proxy of ours.
  let peerAddress: String
  /// Names the request in the answer, on an error page and in the log.
  let requestID = UUIDv7().description

  package init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    peerAddress = source.channel.remoteAddress?.ipAddress ?? ""
  }
}
