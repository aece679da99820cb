import COpenSSL

/// Small helpers around OpenSSL's C interface; nothing of it leaves this folder.
enum OpenSSL {
  /// The value of a call that answers NULL when it fails.
  static func require<Value>(_ value: Value?, _ step: String) throws -> Value {
    guard let value else { throw failure(step) }
    return value
  }

  /// The result of a call that answers 1 (or a positive number) when it succeeds.
  static func require(_ result: Int32, _ step: String) throws {
    guard result > 0 else { throw failure(step) }
  }

  private static func failure(_ step: String) -> PaperError {
    let code = ERR_peek_last_error()
    ERR_clear_error()
    let reason = ERR_reason_error_string(code).map { String(cString: $0) }
    return .crypto([step, reason].compactMap(\.self).joined(separator: ": "))
  }

  /// What `write` puts into a memory BIO.
  static func output(_ step: String, _ write: (OpaquePointer) -> Int32) throws -> [UInt8] {
    let bio = try require(BIO_new(BIO_s_mem()), step)
    defer { BIO_free(bio) }
    try require(write(bio), step)
    var data: UnsafeMutablePointer<CChar>?
    let count = BIO_memory(bio, &data)
    return UnsafeRawBufferPointer(start: data, count: count).map(\.self)
  }

  /// Runs `read` on a BIO over `bytes`.
  static func input<Result>(_ bytes: [UInt8], _ read: (OpaquePointer) throws -> Result) throws -> Result {
    try bytes.withUnsafeBytes { buffer in
      let bio = try require(BIO_new_mem_buf(buffer.baseAddress, Int32(buffer.count)), "buffer")
      defer { BIO_free(bio) }
      return try read(bio)
    }
  }
}
