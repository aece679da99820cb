/// What screen readers are told beyond the element's own meaning.
extension Attribute {
  package enum Role: String, Sendable { case alert, status, search, img, region, group, list, none }
  package enum Current: String, Sendable { case page, step, `true` }
  package enum Live: String, Sendable { case polite, assertive }
  package enum Sort: String, Sendable { case ascending, descending, none }

  package static func role(_ role: Role) -> Attribute { Attribute("role", role.rawValue) }
  package static func ariaLabel(_ text: String?) -> Attribute { Attribute("aria-label", text) }
  package static func ariaLabelledBy(_ ids: String?) -> Attribute { Attribute("aria-labelledby", ids) }
  package static func ariaDescribedBy(_ ids: String?) -> Attribute { Attribute("aria-describedby", ids) }
  package static func ariaCurrent(_ what: Current?) -> Attribute { Attribute("aria-current", what?.rawValue) }
  package static func ariaLive(_ live: Live) -> Attribute { Attribute("aria-live", live.rawValue) }
  package static func ariaSort(_ sort: Sort?) -> Attribute { Attribute("aria-sort", sort?.rawValue) }
  package static func ariaInvalid(_ flag: Bool = true) -> Attribute {
    Attribute("aria-invalid", flag ? "true" : nil)
  }
  package static func ariaHidden(_ flag: Bool = true) -> Attribute { Attribute("aria-hidden", flag ? "true" : nil) }
}
