import Intake
import Kernel
import Registry
import Storage
import Web

/// 表单所需 · What the forms of legal help and of the roster need to know.
struct HelpKnown: Sendable {
  let places: [DutyPlace]
  let lawyers: [LegalAidPerson]
  let townships: [String]
  let organs: [String]
  let charges: [String]

  static func load(_ request: WebRequest) async throws -> HelpKnown {
    let county = try request.requirePrincipal().county
    return try await request.services.database.read { reader in
      let words = try OfficeWords.of(county, reader)
      return HelpKnown(
        places: try DutyPlaceTable.all(county, reader),
        lawyers: try LegalAidPersonTable.all(county, reader).filter(\.isDutyLawyer), townships: words.townships,
        organs: try ListEntryTable.words(.organs, in: county, reader), charges: words.causes)
    }
  }
}
