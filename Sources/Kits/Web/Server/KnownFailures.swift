import Localization

extension Failure {
  /// What each status says.
  static func known(_ status: Int) -> Failure {
    switch status {
    case 400:
      Failure(
        400, Text("无法读取", "Cannot be read"),
        Text("发送的内容不完整或者格式不对，请返回上一页重新提交。", "What was sent is incomplete or damaged. Go back and send it again."))
    case 401:
      Failure(
        401, Text("请先登录", "Please sign in"),
        Text(
          "登录已经过期，内容没有提交。请在新的标签页登录，然后刷新本页并确认重新发送，填写的内容不会丢失。",
          "You are no longer signed in, so nothing was sent. Sign in in a new tab, then reload this page and confirm to send it again: what you typed is kept."
        ))
    case 403:
      Failure(
        403, Text("不能查看", "Not for you"),
        Text(
          "您的岗位不能查看或者办理此事项。如有需要，请联系管理员。", "Your role may not see or do this. Ask your administrator if you need to."
        ))
    case 404:
      Failure(
        404, Text("没有找到", "Not found"),
        Text("这个地址没有内容，或者不在您的数据范围内。", "There is nothing at this address, or it is outside what you may see."))
    case 405:
      Failure(
        405, Text("不能这样访问", "Not this way"),
        Text(
          "这个地址不接受这种请求。请从页面上的按钮进入。",
          "This address does not take this kind of request. Use the buttons on the pages."))
    case 413:
      Failure(
        413, Text("内容太多", "Too much"),
        Text("一次发送的内容太多，请分几次提交。", "Too much was sent at once: send it in several steps."))
    case 415:
      Failure(
        415, Text("格式不能接收", "Not a form"),
        Text("发送的内容格式不能接收，请从页面上的表单提交。", "This kind of content cannot be received. Use the form on the page."))
    case 503: busy
    default:
      Failure(
        status, Text("系统出错了", "Something went wrong"),
        Text(
          "这不是您的问题，内容可能没有保存。请稍后再试，并把下面的编号告诉管理员。",
          "This is not your fault. It may not have been saved: try again later, and tell the administrator the number below."
        ))
    }
  }

  private static var busy: Failure {
    var failure = Failure(
      503, Text("系统繁忙", "Busy"), Text("没有保存任何内容，请稍等片刻再试。", "Nothing was saved. Wait a moment and try again."))
    failure.retryAfter = 5
    return failure
  }
}
