package import WorkCalendar

/// 年度工作要点 · Plan: a year's work plan as data: population, targets, and the items with who answers for them.
package struct Plan: Codable, Sendable, Hashable {
  package struct Population: Codable, Sendable, Hashable {
    /// 户籍、常住 · Whether registered or resident people are counted; the 2016 plan counts registered ones.
    package enum Base: String, Codable, Sendable, Hashable, CaseIterable { case registered, resident }

    package var base: Base
    package var persons: Int
    package var asOf: Day
    package var source: String

    package init(base: Base, persons: Int, asOf: Day, source: String) {
      self.base = base
      self.persons = persons
      self.asOf = asOf
      self.source = source
    }
  }

  package struct LastYear: Codable, Sendable, Hashable {
    package var accepted: Int
    package var source: String?

    package init(accepted: Int, source: String? = nil) {
      self.accepted = accepted
      self.source = source
    }
  }

  package struct Item: Codable, Sendable, Hashable {
    package var number: Int
    package var title: String
    package var owner: String
    package var measures: [String]

    package init(number: Int, title: String, owner: String, measures: [String]) {
      self.number = number
      self.title = title
      self.owner = owner
      self.measures = measures
    }
  }

  package var year: Int
  package var population: Population?
  package var townshipPopulation: [String: Int]
  /// Counts only while no case of that year is on record.
  package var lastYear: LastYear?
  package var targets: [String: Target]
  package var items: [Item]
  /// 分母选择 · Which of its denominators an indicator is counted over, where the county chose another than the usual
  /// (`K6: openingStock`). Nil in plans from before there was a choice.
  package var denominators: [String: String]?

  package init(
    year: Int, population: Population? = nil, townshipPopulation: [String: Int] = [:], lastYear: LastYear? = nil,
    targets: [String: Target] = [:], items: [Item] = [], denominators: [String: String]? = nil
  ) {
    self.year = year
    self.population = population
    self.townshipPopulation = townshipPopulation
    self.lastYear = lastYear
    self.targets = targets
    self.items = items
    self.denominators = denominators
  }
}
