package import Kernel
package import Localization
package import Markup

/// 路由 · Route: one thing the server answers, as a value: it registers itself, makes its links, and is listed in the
/// documents, the OpenAPI description and the tests.
package struct Route: Sendable {
  package enum Method: String, Sendable, Hashable { case get = "GET", post = "POST" }

  package enum Kind: String, Sendable, Hashable {
    /// 页面 · A whole page; 表单 · what a form sends; 文件 · a download; 接口 · JSON for programs; 片段 · a piece of a page.
    case page, form, file, api, fragment
  }

  package typealias Handler = @Sendable (WebRequest) async throws -> WebResponse

  package let method: Method
  package let pattern: PathPattern
  /// Nil where everybody may.
  package let permission: Permission?
  package let summary: Text
  package let kind: Kind
  /// What an API takes and answers.
  package let api: APIShape?
  /// It answers as a workbook too, with `?format=xlsx`.
  package let isList: Bool
  /// Its handler checks the form's CSRF token itself, because it can give back what was typed.
  let answersStaleForms: Bool
  let handler: Handler

  package init(
    _ method: Method, _ pattern: PathPattern, _ permission: Permission?, _ summary: Text, kind: Kind,
    api: APIShape? = nil, isList: Bool = false, answersStaleForms: Bool = false, handler: @escaping Handler
  ) {
    self.isList = isList
    self.method = method
    self.pattern = pattern
    self.permission = permission
    self.summary = summary
    self.kind = kind
    self.api = api
    self.answersStaleForms = answersStaleForms
    self.handler = handler
  }

  package func path(_ values: any CustomStringConvertible...) -> String { pattern.path(filling: values) }
}

extension Route {
  package static func page(
    _ pattern: PathPattern, _ permission: Permission?, _ summary: Text,
    _ body: @escaping @Sendable (WebRequest) async throws -> HTML
  ) -> Route {
    Route(.get, pattern, permission, summary, kind: .page) { .page(try await body($0)) }
  }

  /// A piece of a page that the page puts in place of the old one. What is typed goes by POST: it may be personal and must not be in an address.
  package static func fragment(
    _ pattern: PathPattern, method: Method = .get, _ permission: Permission?, _ summary: Text,
    _ body: @escaping @Sendable (WebRequest) async throws -> HTML
  ) -> Route {
    Route(method, pattern, permission, summary, kind: .fragment) { .fragment(try await body($0)) }
  }

  package static func file(
    _ pattern: PathPattern, _ permission: Permission?, _ summary: Text, _ handler: @escaping Handler
  ) -> Route {
    Route(.get, pattern, permission, summary, kind: .file, handler: handler)
  }

  /// A button without a page of its own: does one thing and answers where to go.
  package static func post(
    _ pattern: PathPattern, _ permission: Permission?, _ summary: Text,
    _ submit: @escaping @Sendable (WebRequest) async throws -> String
  ) -> Route {
    Route(.post, pattern, permission, summary, kind: .form) { .redirect(try await submit($0)) }
  }

  /// A page with a form and where the form goes, on one path. What `submit` refuses brings the page back with
  /// everything that was typed and everything that is wrong.
  package static func form(
    _ pattern: PathPattern, _ permission: Permission?, _ summary: Text,
    page: @escaping @Sendable (WebRequest, FormState) async throws -> HTML,
    submit: @escaping @Sendable (WebRequest) async throws -> String
  ) -> [Route] {
    [
      Route(.get, pattern, permission, summary, kind: .page) { .page(try await page($0, .fresh($0))) },
      Route(.post, pattern, permission, summary, kind: .form, answersStaleForms: true) { request in
        try await FormExchange.answer(request, page: page) { .redirect(try await submit($0)) }
      },
    ]
  }
}
