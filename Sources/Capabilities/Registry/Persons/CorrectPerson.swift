package import Kernel
import Localization
import Storage
package import WorkCalendar

/// 个人信息更正 · Person correction: what of a person is set right; nil leaves what is known as it is (个人信息保护法 46).
package struct PersonCorrection: Sendable, Hashable {
  package var name: String?
  package var identityNumber: String?
  package var birthOn: Day?
  package var phone: String?
  package var address: String?

  package init(
    name: String? = nil, identityNumber: String? = nil, birthOn: Day? = nil, phone: String? = nil,
    address: String? = nil
  ) {
    self.name = name
    self.identityNumber = identityNumber.map(Normalise.identityNumber)
    self.birthOn = birthOn
    self.phone = phone
    self.address = address
  }

  /// Which fields it sets: what an event may say of it.
  package var fields: [PersonalField] {
    let set: [(PersonalField, Bool)] = [
      (.name, name != nil), (.identityNumber, identityNumber != nil), (.birthDate, birthOn != nil),
      (.phone, phone != nil), (.address, address != nil),
    ]
    return set.filter(\.1).map(\.0)
  }
}

extension ActionContext {
  /// Corrects a person; present records that repeat the name follow, papers and parties stay as they were then. Refuses
  /// the identity number of somebody else's record.
  package func correct(_ person: PersonID, _ right: PersonCorrection, _ links: [PersonLink]) throws {
    if let number = right.identityNumber,
      let other = try PersonTable.byIdentity(number, in: county, keys, tx), other != person
    {
      throw Refusal(
        "person.identityTaken",
        Text(
          "另有一份人员档案已经使用这个证件号码，请先核对是否同一人。",
          "Another person's record has this identity number: find out first whether they are the same."),
        field: "identityNumber")
    }
    try PersonTable.correct(person, right, in: self)
    guard let name = right.name else { return }
    for link in links { try PersonLinkTable.rename(person, to: name, link, in: self) }
  }
}
