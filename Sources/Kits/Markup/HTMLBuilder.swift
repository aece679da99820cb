/// 片段拼装 · HTML builder: joins the statements of a closure into one `HTML`; knows one type only, to compile fast.
@resultBuilder
package enum HTMLBuilder {
  package static func buildExpression(_ html: HTML) -> HTML { html }
  package static func buildExpression(_ text: String) -> HTML { .text(text) }
  package static func buildExpression(_ parts: [HTML]) -> HTML { .fragment(parts) }

  package static func buildBlock(_ only: HTML) -> HTML { only }
  package static func buildBlock(_ parts: HTML...) -> HTML { .fragment(parts) }
  package static func buildOptional(_ part: HTML?) -> HTML { part ?? .empty }
  package static func buildEither(first: HTML) -> HTML { first }
  package static func buildEither(second: HTML) -> HTML { second }
  package static func buildArray(_ parts: [HTML]) -> HTML { .fragment(parts) }
}
