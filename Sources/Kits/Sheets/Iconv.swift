import Glibc

/// glibc's iconv, which knows the whole of GB18030 with its four-byte characters.
enum Iconv {
  struct Stop: Error { let offset: Int }

  /// `offset` of a failure is an index of `bytes`.
  static func decode(_ bytes: ArraySlice<UInt8>, from encoding: String) -> Result<String, Stop> {
    guard let descriptor = iconv_open("UTF-8", encoding), descriptor != UnsafeMutableRawPointer(bitPattern: -1)
    else {
      preconditionFailure("glibc without \(encoding)")
    }
    defer { iconv_close(descriptor) }
    var input = Array(bytes).map(CChar.init(bitPattern:))
    var output: [UInt8] = []
    output.reserveCapacity(input.count * 3 / 2)
    var chunk = [CChar](repeating: 0, count: 64 * 1024)
    let left = input.withUnsafeMutableBufferPointer { input -> Int in
      var next = input.baseAddress
      var left = input.count
      while left > 0 {
        let (status, written) = chunk.withUnsafeMutableBufferPointer { chunk -> (Int, Int) in
          var end = chunk.baseAddress
          var room = chunk.count
          let status = iconv(descriptor, &next, &left, &end, &room)
          return (status == -1 && errno != E2BIG ? -1 : 0, chunk.count - room)
        }
        output.append(contentsOf: chunk[..<written].lazy.map(UInt8.init(bitPattern:)))
        if status == -1 { break }
      }
      return left
    }
    guard left == 0, let text = String(validating: output, as: UTF8.self) else {
      return .failure(Stop(offset: bytes.endIndex - left))
    }
    return .success(text)
  }
}
