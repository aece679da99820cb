/// 签章 · Signs a paper by an incremental update: the drawn file stays byte for byte, and an invisible signature
/// field with a detached CAdES signature over the whole file is added behind it.
package enum PDFSigner {
  /// Refuses a file that `PaperPress` has not written, and one already signed.
  package static func sign(
    _ pdf: [UInt8], as identity: SealIdentity, facts: SignatureFacts
  ) throws -> [UInt8] {
    let file = try CairoFile(pdf)
    var update = Update(file: file)
    let page = try file.firstPage()
    let (signature, field) = (file.size, file.size + 1)
    try update.append(file.root, extending: "/AcroForm << /Fields [ \(field) 0 R ] /SigFlags 3 >>")
    try update.append(page, extending: "/Annots [ \(field) 0 R ]")
    update.append(
      field,
      """
      /Type /Annot /Subtype /Widget /FT /Sig /T (Seal) /V \(signature) 0 R
      /F 132 /Rect [0 0 0 0] /P \(page) 0 R
      """)
    // Last of the objects, so that what stands before its slot is known.
    let empty = SignatureSlot.empty(SignatureSlot.capacity(for: identity))
    let entries = update.appendSignature(signature, facts, empty)
    var bytes = update.finish()

    let start = entries + SignatureSlot.entriesLength
    let slot = SignatureSlot(start: start, end: start + empty.utf8.count, fileSize: bytes.count)
    bytes.replaceSubrange(entries..<start, with: slot.entries.utf8)
    let cms = try CMSSignature.sign(slot.covered(by: bytes), as: identity, signedAt: facts.signedAt)
    try slot.fill(&bytes, with: cms)
    return bytes
  }
}

/// An incremental update in the making: objects, then a cross-reference table of only these.
private struct Update {
  private let file: CairoFile
  private var bytes: [UInt8]
  private var offsets: [(object: Int, offset: Int)] = []

  init(file: CairoFile) {
    self.file = file
    bytes = file.bytes
  }

  /// Writes an object of the file again with one more entry.
  mutating func append(_ object: Int, extending entry: String) throws {
    let dictionary = try file.dictionary(of: object)
    append(object, String(decoding: dictionary, as: UTF8.self) + entry)
  }

  mutating func append(_ object: Int, _ dictionary: String) {
    offsets.append((object, bytes.count))
    bytes += "\(object) 0 obj\n<<\(dictionary)>>\nendobj\n".utf8
  }

  /// Returns where the entries of the slot begin.
  mutating func appendSignature(_ object: Int, _ facts: SignatureFacts, _ empty: String) -> Int {
    offsets.append((object, bytes.count))
    bytes +=
      """
      \(object) 0 obj
      <</Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached
      /Name \(Self.text(facts.name)) /Reason \(Self.text(facts.reason)) /Location \(Self.text(facts.location))
      /M (\(CivilTime(secondsSince1970: facts.signedAt).pdf))

      """.utf8
    let entries = bytes.count
    bytes += String(repeating: " ", count: SignatureSlot.entriesLength).utf8
    bytes += "\(empty)>>\nendobj\n".utf8
    return entries
  }

  mutating func finish() -> [UInt8] {
    let table = bytes.count
    bytes += "xref\n".utf8
    for (object, offset) in offsets.sorted(by: { $0.object < $1.object }) {
      let digits = String(offset)
      bytes += "\(object) 1\n\(String(repeating: "0", count: 10 - digits.count))\(digits) 00000 n \n".utf8
    }
    bytes +=
      """
      trailer
      << /Size \(file.size + 2) /Root \(file.root) 0 R /Info \(file.info) 0 R /Prev \(file.table) >>
      startxref
      \(table)
      %%EOF

      """.utf8
    return bytes
  }

  /// A PDF text string: UTF-16 with a byte order mark, in hexadecimal.
  private static func text(_ string: String) -> String {
    let digits = string.utf16.map { unit in
      let hex = String(unit, radix: 16)
      return String(repeating: "0", count: 4 - hex.count) + hex
    }
    return "<feff\(digits.joined())>"
  }
}
