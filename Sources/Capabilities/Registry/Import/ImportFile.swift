import Crypto
import Foundation
package import Kernel
import Localization
package import Sheets

/// 导入文件 · Import file: a list as it came, CSV or XLSX, from the disk or from a page.
package struct ImportFile: Sendable {
  package let bytes: [UInt8]

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package init(at path: String) throws(Refusal) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Refusal("import.unreadable", Text("不能读取文件\(path)。", "The file \(path) cannot be read."))
    }
    self.init([UInt8](data))
  }

  package func table(_ encoding: TextEncoding? = nil) throws(Refusal) -> ImportTable {
    do {
      return ImportTable(try TableInput.records(bytes, encoding: encoding))
    } catch {
      throw Refusal("import.unreadable", error.message)
    }
  }

  package var sha256: String {
    SHA256.hash(data: bytes).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }
}
