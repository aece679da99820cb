package import WorkCalendar

/// 条目依据 · Entry terms: the government document and the days of one entry of a local rule pack, where they are not those
/// of the whole pack.
package struct EntryTerms: Sendable, Hashable, Codable {
  package let document: String?
  package let from: Day?
  package let to: Day?

  /// Nil where nothing is said: the pack's own count.
  package init?(document: String? = nil, from: Day? = nil, to: Day? = nil) {
    guard document != nil || from != nil || to != nil else { return nil }
    self.document = document
    self.from = from
    self.to = to
  }

  package func hold(on day: Day) -> Bool { day.isWithin(from, to) }
}

/// 地方期限 · Local limit: a time limit as a local rule pack shortens it.
package struct LocalLimit: Sendable, Hashable, Codable {
  package let key: String
  package let limit: TimeLimit
  package let terms: EntryTerms?

  package init(key: String, limit: TimeLimit, terms: EntryTerms? = nil) {
    self.key = key
    self.limit = limit
    self.terms = terms
  }
}

/// 列举 · Listed: one word that a local rule pack names, with terms of its own where it has some. In a pack without such it
/// is kept and written as the bare word.
package struct Listed<Value: Sendable & Hashable & Codable>: Sendable, Hashable, Codable {
  private enum Key: CodingKey { case value, terms }

  package let value: Value
  package let terms: EntryTerms?

  package init(_ value: Value, _ terms: EntryTerms? = nil) {
    self.value = value
    self.terms = terms
  }

  package init(from decoder: any Decoder) throws {
    if let bare = try? decoder.singleValueContainer().decode(Value.self) {
      self.init(bare)
    } else {
      let whole = try decoder.container(keyedBy: Key.self)
      self.init(try whole.decode(Value.self, forKey: .value), try whole.decode(EntryTerms.self, forKey: .terms))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    if let terms {
      var whole = encoder.container(keyedBy: Key.self)
      try whole.encode(value, forKey: .value)
      try whole.encode(terms, forKey: .terms)
    } else {
      var bare = encoder.singleValueContainer()
      try bare.encode(value)
    }
  }
}
