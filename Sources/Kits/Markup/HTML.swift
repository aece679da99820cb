/// 页面片段 · HTML: a piece of a page, made of elements and text; text is escaped unless it was written in our source.
///
/// There is no way to say `style`, `<style>` or an `on…` handler: names of elements and attributes are a closed
/// vocabulary of this kit, so a page always passes a strict Content-Security-Policy.
package struct HTML: Sendable {
  enum Node: Sendable {
    case text(String)
    case trusted(StaticString)
    case fragment([HTML])
    indirect case element(StaticString, [Attribute], HTML)
    indirect case void(StaticString, [Attribute])
  }

  let node: Node

  package static let empty = HTML(node: .fragment([]))

  package static func text(_ text: String) -> HTML { HTML(node: .text(text)) }

  package static func fragment(_ parts: [HTML]) -> HTML { HTML(node: .fragment(parts)) }

  package static func fragment(@HTMLBuilder _ content: () -> HTML) -> HTML { content() }

  /// Markup that stands in our own source, such as a drawn emblem; what a person typed cannot get here.
  package static func raw(_ trusted: StaticString) -> HTML { HTML(node: .trusted(trusted)) }

  package var isEmpty: Bool {
    switch node {
    case .fragment(let parts): parts.allSatisfy(\.isEmpty)
    case .text(let text): text.isEmpty
    default: false
    }
  }
}
