import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// 读不懂的请求 · Broken requests: what is no HTTP, or comes in a transfer encoding that is not read here, is answered with 400 at
/// once, once, and the connection says nothing more. The parser tells of an unknown encoding only after the request's head went
/// on, so that a handler would wait for a body which never comes (RFC 9112, 6.1 and 6.3).
final class BrokenRequests: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  /// How far the newest request is: its body still comes in; its answer has begun; its answer is whole.
  private var (isComing, isAnswering, isAnswered) = (false, false, true)
  private var isOver = false

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isOver else { return }
    switch unwrapInboundIn(data) {
    case .head(let head):
      guard Self.isRead(head.headerFields[values: .transferEncoding]) else {
        return refuse(HTTPParserError.unknown, isNew: true, context)
      }
      (isComing, isAnswered) = (true, false)
    case .body: break
    case .end: isComing = false
    }
    context.fireChannelRead(data)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard error is HTTPParserError else { return context.fireErrorCaught(error) }
    if !isOver { refuse(error, isNew: !isComing, context) }
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard !isOver else {
      promise?.fail(ChannelError.outputClosed)
      return
    }
    switch unwrapOutboundIn(data) {
    case .head(let head): isAnswering = head.status.kind != .informational
    case .body: break
    case .end: (isAnswering, isAnswered) = (false, true)
    }
    context.write(data, promise: promise)
  }

  /// `isNew`: it is a request of its own that is broken, not the rest of the one being answered. One whose answer has begun is
  /// cut off, one that was answered before its body came gets no second answer. What still comes in is read and thrown
  /// away: closing at once could cost the other side the answer.
  private func refuse(_ error: any Error, isNew: Bool, _ context: ChannelHandlerContext) {
    // Another is being answered first: the server says 400 after it.
    if isNew && !isAnswered { return context.fireErrorCaught(error) }
    isOver = true
    if isNew || !isAnswering && !isAnswered {
      let head = HTTPResponse(status: .badRequest, headerFields: [.connection: "close", .contentLength: "0"])
      context.write(wrapOutboundOut(.head(head)), promise: nil)
      context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }
    context.close(mode: .output, promise: nil)
    // Whoever waits for the rest of the body is told that there is none.
    context.fireErrorCaught(error)
  }

  private static func isRead(_ encodings: [String]) -> Bool {
    encodings.isEmpty || encodings.map { $0.lowercased() } == ["chunked"]
  }
}
