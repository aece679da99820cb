package import Kernel
import Localization
import Storage
package import WorkCalendar

/// 修改法律援助人员 · Corrects name, licence, specialties, languages and experience of a legal aid person. Refuses when somebody else
/// changed him meanwhile.
package struct EditLegalAidPerson: Action {
  package static let permission = Permission.manageAgencies
  package struct Told: Sendable {
    package let name: String
    package let licenceNumber: String?
    package let firstLicensedOn: Day?
    package let licenceValidTo: Day?
    package let specialties: [String]
    package let languages: [String]
    package let criminalSince: Day?
    package let juvenileEvidence: String
    package let judgeLeftOn: Day?
    package let exclusion: DefenderExclusion?

    package init(
      name: String, licenceNumber: String?, firstLicensedOn: Day?, licenceValidTo: Day?, specialties: [String],
      languages: [String], criminalSince: Day? = nil, juvenileEvidence: String = "", judgeLeftOn: Day? = nil,
      exclusion: DefenderExclusion? = nil
    ) {
      self.name = name
      self.licenceNumber = licenceNumber
      self.firstLicensedOn = firstLicensedOn
      self.licenceValidTo = licenceValidTo
      self.specialties = specialties
      self.languages = languages
      self.criminalSince = criminalSince
      self.juvenileEvidence = juvenileEvidence
      self.judgeLeftOn = judgeLeftOn
      self.exclusion = exclusion
    }
  }

  private let person: LegalAidPersonID
  private let told: Told

  package init(_ person: LegalAidPersonID, _ told: Told) {
    self.person = person
    self.told = told
  }

  package func perform(in context: ActionContext) throws -> Done {
    let known = try LegalAidPersonTable.one(person, in: context.county, context.tx)
    try context.requireVersion(known.version)
    try context.tx.run(
      """
      UPDATE legal_aid_person SET name = \(told.name), licence_number = \(told.licenceNumber),
        first_licensed_on = \(told.firstLicensedOn), licence_valid_to = \(told.licenceValidTo),
        specialties = \(told.specialties.joined(separator: ";")), languages = \(told.languages.joined(separator: ";")),
        criminal_since = \(told.criminalSince), juvenile_evidence = \(told.juvenileEvidence),
        judge_left_on = \(told.judgeLeftOn), defender_exclusion = \(told.exclusion), version = version + 1, last_event = \(context.eventNumber)
      WHERE id = \(person) AND county = \(context.county)
      """)
    context.record(
      "legalAidPerson.edited", .agency(known.unit),
      facts: [
        "person": .id(person), "licenceValidTo": .text(told.licenceValidTo?.description ?? ""),
        "specialties": .list(told.specialties.map { .text($0) }),
        "languages": .list(told.languages.map { .text($0) }),
        "criminalSince": .text(told.criminalSince?.description ?? ""),
        "juvenile": .flag(!told.juvenileEvidence.isEmpty),
        "judgeLeftOn": .text(told.judgeLeftOn?.description ?? ""),
        "exclusion": .text(told.exclusion?.rawValue ?? ""),
      ])
    return Done()
  }
}

/// 停用、启用法律援助人员 · Takes a legal aid person off the list, so that nothing is assigned any more, or puts him back;
/// what he undertakes stays his until it is replaced.
package struct SetLegalAidPersonActive: Action {
  package static let permission = Permission.manageAgencies
  private let person: LegalAidPersonID
  private let isActive: Bool

  package init(_ person: LegalAidPersonID, _ isActive: Bool) {
    self.person = person
    self.isActive = isActive
  }

  package func perform(in context: ActionContext) throws -> Done {
    let known = try LegalAidPersonTable.one(person, in: context.county, context.tx)
    try context.tx.run(
      """
      UPDATE legal_aid_person SET is_active = \(isActive), version = version + 1, last_event = \(context.eventNumber)
      WHERE id = \(person) AND county = \(context.county)
      """)
    context.record(
      isActive ? "legalAidPerson.reopened" : "legalAidPerson.closed", .agency(known.unit),
      facts: ["person": .id(person)])
    return Done()
  }
}
