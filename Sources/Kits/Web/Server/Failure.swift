import Hummingbird
import Kernel
import Localization
import NIOCore
import NIOHTTP1
import Storage

/// 出错应答 · Failure: what went wrong, as it is told to people and programs.
struct Failure {
  let status: Int
  let title: Text
  let message: Text
  var refusals: [Refusal] = []
  /// Seconds after which trying again makes sense.
  var retryAfter: Int?

  init(_ error: any Error) {
    switch error {
    case let problem as AccessProblem: self = Self.access(problem)
    case let problem as BodyProblem: self = Self.body(problem)
    case let refusal as Refusal: self = Self.refused([refusal])
    case let refusals as Refusals: self = Self.refused(refusals.all)
    case let error as StorageError: self = Self.storage(error)
    case let error as HTTPError: self = Self.known(error.status.code)
    case is HTTPParserError: self = Self.known(400)
    case is NIOTooManyBytesError: self = Self.known(413)
    case is CancellationError: self = Self.known(503)
    default: self = StorageError(ofDisk: error).map(Self.storage) ?? Self.known(500)
    }
  }

  init(_ status: Int, _ title: Text, _ message: Text) {
    self.status = status
    self.title = title
    self.message = message
  }

  private static func access(_ problem: AccessProblem) -> Failure {
    switch problem {
    case .signInNeeded: known(401)
    case .forbidden: known(403)
    case .staleForm:
      Failure(
        403, Text("页面已经过期", "The page was too old"),
        Text(
          "请返回上一页，刷新后再次提交；浏览器会保留您填写的内容。",
          "Go back, reload the page and send it again; the browser keeps what you typed."))
    }
  }

  private static func body(_ problem: BodyProblem) -> Failure {
    switch problem {
    case .malformed: known(400)
    case .unsupportedType: known(415)
    case .tooManyFields: known(413)
    case .tooLarge(let limit):
      Failure(
        413, Text("内容太大", "Too large"),
        Text(
          "一次最多可以发送\(limit >> 20)MB，请分几次上传。",
          "At most \(limit >> 20) MB can be sent at once: upload it in several steps."))
    }
  }

  private static func refused(_ refusals: [Refusal]) -> Failure {
    if refusals.contains(where: { $0.key == Refusal.notFound.key }) { return known(404) }
    if refusals.contains(where: { $0.key == Refusal.notAllowed.key }) { return known(403) }
    let isConflict = refusals.contains { $0.key == Refusal.changedMeanwhile.key }
    var failure = Failure(
      isConflict ? 409 : 422, Text("没有办成", "Not done"),
      Text("原因如下，没有任何内容被改变。", "For these reasons; nothing was changed."))
    failure.refusals = refusals
    return failure
  }

  private static func trouble(_ status: Int, _ error: StorageError) -> Failure {
    guard let trouble = Trouble(error) else { return known(status) }
    return Failure(status, trouble.title, trouble.message)
  }

  private static func storage(_ error: StorageError) -> Failure {
    switch error {
    case .busy(let wait):
      var failure = known(503)
      failure.retryAfter = max(1, Int(wait.components.seconds))
      return failure
    case .full: return trouble(507, error)
    case .readOnly: return trouble(503, error)
    case .damaged: return trouble(500, error)
    case .unavailable:
      var failure = Failure(
        503, Text("数据库暂时连不上", "The database is away"),
        Text(
          "没有保存任何内容。请稍等片刻，刷新本页并确认重新发送；一直这样时请告诉管理员。",
          "Nothing was saved. Wait a moment, then reload this page and confirm to send it again; if it stays so, tell the administrator."
        ))
      failure.retryAfter = 5
      return failure
    case .conflict: return known(503)
    case .invalidText: return known(400)
    case .inDoubt:
      return Failure(
        503, Text("无法确认是否已经办成", "It is not known whether this was done"),
        Text("请先查看记录的最新情况，再决定是否重新提交。", "Look at the record first, then decide whether to send it again."))
    default: return known(500)
    }
  }
}
