package import Kernel
package import Storage

/// 所查的人 · Whose records are asked for: people of the register, and whoever told an identity number or a phone of which
/// the hashes are known.
package struct Whose: Sendable {
  let people: [PersonID]
  let identityHash: [UInt8]?
  let phoneHash: [UInt8]?

  /// By what was typed whole; a phone leads to everybody who told it.
  package init(
    identityNumber: String, phone: String, in county: CountyID, _ keys: KeyRing, _ reader: any Reader
  ) throws {
    people = try PersonTable.known(identityNumber: identityNumber, phone: phone, in: county, keys, reader)
    identityHash = identityNumber.isEmpty ? nil : PersonTable.identityHash(identityNumber, keys)
    phoneHash = phone.isEmpty ? nil : PersonTable.phoneHash(phone, keys)
  }

  /// Somebody of the register, and what he told before he was known: by his identity number only, since a phone may be
  /// another's.
  package init(_ person: PersonID, in county: CountyID, _ reader: any Reader) throws {
    people = [person]
    identityHash =
      try reader.value(
        "SELECT identity_hash FROM person WHERE county = \(county) AND id = \(person)", as: [UInt8]?.self) ?? nil
    phoneHash = nil
  }

  /// The entries in question, each way by its own index.
  func numbers(in county: CountyID) -> SQL {
    """
    SELECT e.number FROM search_entry e WHERE e.county = \(county) AND e.person IN \(list: people)
    UNION SELECT e.number FROM search_entry e WHERE e.county = \(county) AND e.identity_hash = \(identityHash)
    UNION SELECT e.number FROM search_entry e WHERE e.county = \(county) AND e.phone_hash = \(phoneHash)
    """
  }
}
