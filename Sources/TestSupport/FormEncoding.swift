/// 表单编码 · Form encoding: what browsers send.
package enum FormEncoding {
  package static let multipartType = "multipart/form-data; boundary=\(boundary)"
  private static let boundary = "----browser7f3a91c04e"

  package static func urlEncoded(_ fields: [(name: String, value: String)]) -> [UInt8] {
    Array(fields.map { "\(escape($0.name))=\(escape($0.value))" }.joined(separator: "&").utf8)
  }

  package static func multipart(_ fields: [(name: String, value: String)], _ files: [PageForm.File]) -> [UInt8] {
    var body: [UInt8] = []
    func line(_ text: String) { body += Array(text.utf8) + [0x0D, 0x0A] }
    for (name, value) in fields {
      line("--\(boundary)")
      line("Content-Disposition: form-data; name=\"\(name)\"")
      line("")
      line(value)
    }
    for file in files {
      line("--\(boundary)")
      line("Content-Disposition: form-data; name=\"\(file.field)\"; filename=\"\(file.name)\"")
      line("Content-Type: application/octet-stream")
      line("")
      body += file.bytes + [0x0D, 0x0A]
    }
    line("--\(boundary)--")
    return body
  }

  private static func escape(_ text: String) -> String {
    var out = ""
    for byte in text.utf8 {
      let scalar = Unicode.Scalar(byte)
      let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || (0x30...0x39).contains(byte))
      out += isPlain ? String(scalar) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return out
  }
}
