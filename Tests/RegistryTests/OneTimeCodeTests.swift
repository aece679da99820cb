import Registry
import Testing
import WorkCalendar

/// The vectors of RFC 6238, appendix B, and of RFC 4648.
@Suite struct OneTimeCodeTests {
  private static let secret = Array("12345678901234567890".utf8)

  @Test(arguments: [
    (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
    (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
  ])
  func vectors(seconds: Int64, code: String) {
    let step = TOTP.step(at: Instant(milliseconds: seconds * 1000))
    #expect(TOTP.code(Self.secret, step: step, digits: 8) == code)
    #expect(TOTP.code(Self.secret, step: step) == String(code.suffix(6)))
  }

  @Test("One step to either side counts, a used one and what came before it does not")
  func tolerance() {
    let now = Instant(milliseconds: 1_234_567_890_000)
    let step = TOTP.step(at: now)
    for offset in Int64(-3)...3 {
      let code = TOTP.code(Self.secret, step: step + offset)
      #expect(TOTP.match(code, Self.secret, at: now, after: 0) == (abs(offset) <= 1 ? step + offset : nil))
      #expect(TOTP.match(code, Self.secret, at: now, after: step) == (offset == 1 ? step + 1 : nil))
    }
    #expect(TOTP.match("", Self.secret, at: now, after: 0) == nil)
  }

  @Test(arguments: [
    ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("foobar", "MZXW6YTBOI"),
  ])
  func base32(plain: String, coded: String) {
    #expect(Base32.encode(Array(plain.utf8)) == coded)
    #expect(Base32.decode(coded) == Array(plain.utf8))
    #expect(Base32.decode("0") == nil)
  }

  @Test func secretsAreLongAndDiffer() {
    #expect(Set((1...50).map { _ in TOTP.newSecret() }).count == 50)
    #expect(TOTP.newSecret().count == 20)
  }
}
