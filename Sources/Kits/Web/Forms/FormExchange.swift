import Kernel
import Localization
package import Markup

/// 表单往返 · Form exchange: sends a form, and gives it back with what was typed where it is refused.
package enum FormExchange {
  package static func answer(
    _ request: WebRequest, page: (WebRequest, FormState) async throws -> HTML,
    submit: (WebRequest) async throws -> WebResponse
  ) async throws -> WebResponse {
    func giveBack(_ status: Int, _ phase: FormState.Phase, _ refusals: [Refusal]) async throws -> WebResponse {
      .page(try await page(request, .returned(request, phase, refusals)), status: status)
    }
    do {
      try request.checkCSRF()
      return try await submit(request)
    } catch AccessProblem.staleForm {
      return try await giveBack(403, .stale, [.staleForm])
    } catch let refusals as Refusals {
      return try await giveBack(422, .refused, refusals.all)
    } catch let refusal as Refusal where refusal.key == Refusal.changedMeanwhile.key {
      return try await giveBack(409, .changedMeanwhile, [refusal])
    } catch let refusal as Refusal where !refusal.hidesTheRecord {
      return try await giveBack(422, .refused, [refusal])
    }
  }
}

extension Refusal {
  static let staleForm = Refusal(
    "stale-form",
    Text(
      "页面已经过期，内容没有提交。您填写的内容已保留，请核对后再次提交。",
      "The page was too old, so nothing was sent. What you typed is kept: check it and send it again."))

  /// The form itself may not be shown again either.
  var hidesTheRecord: Bool { key == Refusal.notFound.key || key == Refusal.notAllowed.key }
}
