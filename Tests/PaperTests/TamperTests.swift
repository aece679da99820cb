import Foundation
import Paper
import Testing

@Suite struct TamperTests {
  private static func isGenuine(_ bytes: [UInt8], _ root: Certificate) -> Bool {
    if case .genuine = PDFVerifier(trustedRoots: [root]).verify(bytes) { true } else { false }
  }

  @Test func `our verifier finds one changed byte anywhere`() async throws {
    let (bytes, root) = try await Sample.sealed()
    #expect(Self.isGenuine(bytes, root))
    let update = bytes.count - 9000
    // Sparsely in the drawn page, densely in what signing added.
    let offsets =
      Array(stride(from: 0, to: update, by: 1511)) + Array(stride(from: update, to: bytes.count, by: 13))
    for offset in offsets {
      for other in [bytes[offset] ^ 1, bytes[offset] ^ 0x20, UInt8(ascii: "0")] where other != bytes[offset] {
        var changed = bytes
        changed[offset] = other
        #expect(!Self.isGenuine(changed, root), "byte \(offset) of \(bytes.count)")
      }
    }
  }

  @Test func `pdfsig finds one changed byte in what is covered`() async throws {
    let folder = try TemporaryFolder()
    let (bytes, _) = try await Sample.sealed()
    for offset in stride(from: 20, to: bytes.count - 9000, by: 16_001) {
      var changed = bytes
      changed[offset] ^= 1
      let report = try Tool.run("pdfsig", folder.write(changed, "changed.pdf")).text
      #expect(!report.contains("Signature is Valid"), "byte \(offset)")
    }
  }

  @Test func `what is added behind or cut off is found`() async throws {
    let (bytes, root) = try await Sample.sealed()
    #expect(!Self.isGenuine(bytes + Array("\n".utf8), root))
    #expect(!Self.isGenuine(bytes.dropLast(), root))
    #expect(!Self.isGenuine(bytes + bytes, root))
    let update = Array("1 0 obj\n<</Type /Pages /Kids [] /Count 0>>\nendobj\n%%EOF\n".utf8)
    #expect(!Self.isGenuine(bytes + update, root))
  }
}

extension TamperTests {
  private static func isGenuine(_ bytes: ArraySlice<UInt8>, _ root: Certificate) -> Bool {
    isGenuine(Array(bytes), root)
  }
}
