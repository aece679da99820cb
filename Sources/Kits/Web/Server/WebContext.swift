package import Hummingbird
import NIOCore

/// 连接上下文 · Web context: what Hummingbird knows of a request beside what was sent.
package struct WebContext: RequestContext {
  package var coreContext: CoreRequestContextStorage
  /// The other end of the connection: a browser, or a proxy of ours.
  let peerAddress: String

  package init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    peerAddress = source.channel.remoteAddress?.ipAddress ?? ""
  }
}
