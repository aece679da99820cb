import Foundation
import Storage
import Testing

@Suite("Key ring")
struct KeyRingTests {
  private let place = FieldPlace("person", "phone", UUIDv7())

  @Test("A sealed field opens where it stands and nowhere else")
  func roundTrip() async throws {
    try await withFolder { folder in
      let keys = try KeyRing.generate(in: folder)
      for text in ["13900000000", "河东镇人民路1号🙂", ""] {
        let sealed = try keys.seal(text, as: place)
        #expect(try keys.open(sealed, as: place) == text)
        #expect(try keys.seal(text, as: place) != sealed)
        for other in [
          FieldPlace("person", "phone", UUIDv7()), FieldPlace("person", "address", place.id),
          FieldPlace("party", "phone", place.id),
        ] {
          #expect(throws: KeyProblem.doesNotOpen(other)) { try keys.open(sealed, as: other) }
        }
        for index in 5..<sealed.count {
          var altered = sealed
          altered[index] ^= 1
          #expect(throws: KeyProblem.doesNotOpen(place)) { try keys.open(altered, as: place) }
        }
      }
      #expect(throws: KeyProblem.notSealed) { try keys.open(Array("13900000000".utf8), as: place) }
      #expect(throws: KeyProblem.notSealed) { try keys.open([], as: place) }
    }
  }

  @Test("A new key seals, the old one still opens, look-up stays")
  func rotation() async throws {
    try await withFolder { folder in
      let old = try KeyRing.generate(in: folder)
      let sealed = try old.seal("x", as: place)
      let new = try KeyRing.addKey(in: folder)
      #expect(try new.open(sealed, as: place) == "x")
      #expect(try KeyRing.keyNumber(of: sealed) == 1)
      #expect(try KeyRing.keyNumber(of: new.seal("x", as: place)) == 2)
      #expect(new.currentKey == 2)
      #expect(new.lookupHash("x") == old.lookupHash("x"))
      #expect(new.lookupHash("x") != new.lookupHash("y"))
      #expect(throws: KeyProblem.missingKey(2)) { try old.open(new.seal("x", as: place), as: place) }
    }
  }

  @Test("The file is its owner's alone, is never overwritten, and says what is wrong with it")
  func file() async throws {
    try await withFolder { folder in
      let path = folder + "/keys.json"
      #expect(throws: KeyProblem.noRing(path: path)) { try KeyRing.load(from: folder) }
      let made = try KeyRing.generate(in: folder)
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
      #expect(mode?.intValue == 0o600)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["keys.json"])
      #expect(throws: KeyProblem.alreadyThere(path: path)) { try KeyRing.generate(in: folder) }
      #expect(try KeyRing.load(from: folder).open(made.seal("x", as: place), as: place) == "x")
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
      #expect(throws: KeyProblem.readableByOthers(path: path)) { try KeyRing.load(from: folder) }
      try Data("{}".utf8).write(to: URL(filePath: path))
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
      #expect(throws: KeyProblem.unreadableRing(path: path)) { try KeyRing.load(from: folder) }
    }
  }

  @Test(
    "Identity numbers come out in one spelling",
    arguments: [
      ("11010519491231002x", "11010519491231002X"), ("１１０１０５１９４９１２３１００２ｘ", "11010519491231002X"),
      (" 110105 19491231 002X ", "11010519491231002X"), ("110105491231002", "11010519491231002X"),
      ("12345", "12345"), ("", ""),
    ])
  func identityNumbers(typed: String, kept: String) {
    #expect(Normalise.identityNumber(typed) == kept)
  }

  @Test(
    "Phones come out in one spelling",
    arguments: [
      ("+86 139-0000-0000", "13900000000"), ("8613900000000", "13900000000"), ("008613900000000", "13900000000"),
      ("（0513）8600 0000", "051386000000"), ("86000000", "86000000"), ("１３９００００００００", "13900000000"), ("", ""),
    ])
  func phones(typed: String, kept: String) {
    #expect(Normalise.phone(typed) == kept)
  }

  @Test("The check character belongs to seventeen digits only")
  func checkCharacter() {
    #expect(Normalise.checkCharacter(of: "11010519491231002") == "X")
    #expect(Normalise.checkCharacter(of: "34052419800101001") == "X")
    #expect(Normalise.checkCharacter(of: "1101051949123100") == nil)
    #expect(Normalise.checkCharacter(of: "1101051949123100a") == nil)
  }
}
