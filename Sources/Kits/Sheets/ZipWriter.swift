import CZip
import Glibc
import Localization

/// 压缩包写出 · Zip writer: the same entries at the same times give the same bytes, on any machine in any zone.
///
/// Names are UTF-8 paths inside the archive. Refuses absolute names, `..`, back slashes, control characters and a
/// name twice. Nothing appears at `path` before `finish`, and nothing at all when it is never called.
package final class ZipWriter {
  private let archive: OpaquePointer
  private var isOpen = true

  package init(path: String) throws(SheetError) {
    var code: Int32 = 0
    guard let archive = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code) else {
      throw SheetError(.file, Text("无法写入压缩包“\(path)”。", "cannot write the archive \(path)."))
    }
    self.archive = archive
  }

  deinit { if isOpen { zip_discard(archive) } }

  /// `modified`: seconds since 1970 UTC, written as China Standard Time to even seconds, as ZIP has them.
  package func add(_ name: String, bytes: [UInt8], modified: Int64) throws(SheetError) {
    // libzip reads at `finish` and frees the copy itself.
    let copy = malloc(max(bytes.count, 1))
    bytes.withUnsafeBytes { if let base = $0.baseAddress { copy?.copyMemory(from: base, byteCount: $0.count) } }
    try add(name, zip_source_buffer(archive, copy, zip_uint64_t(bytes.count), 1), modified)
  }

  /// The file is read at `finish` and must stay until then.
  package func add(_ name: String, file path: String, modified: Int64) throws(SheetError) {
    guard access(path, R_OK) == 0 else {
      throw SheetError(.entry(name), Text("无法读取文件“\(path)”。", "cannot read the file \(path)."))
    }
    try add(name, zip_source_file(archive, path, 0, -1), modified)
  }

  package func finish() throws(SheetError) {
    precondition(isOpen, "finish twice")
    guard zip_get_num_entries(archive, 0) > 0 else {
      throw SheetError(.file, Text("压缩包里没有文件。", "the archive has no entries."))
    }
    guard zip_close(archive) == 0 else { throw failure(.file) }
    isOpen = false
  }

  private func add(_ name: String, _ source: OpaquePointer?, _ modified: Int64) throws(SheetError) {
    precondition(isOpen, "add after finish")
    guard let source else { throw failure(.entry(name)) }
    guard Self.isSafe(name) else {
      zip_source_free(source)
      throw SheetError(.entry(name), Text("压缩包内的文件名不允许。", "a name that is not allowed in an archive."))
    }
    let index = zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      defer { zip_source_free(source) }
      throw failure(.entry(name))
    }
    let entry = zip_uint64_t(index)
    let time = DOSTime(modified)
    zip_file_set_dostime(archive, entry, time.time, time.date, 0)
    let mode: zip_uint32_t = 0o100644
    zip_file_set_external_attributes(archive, entry, 0, zip_uint8_t(ZIP_OPSYS_UNIX), mode << 16)
  }

  /// By its scalars: a `/` before a joiner or a combining mark is no character of its own, and separates all the same.
  private static func isSafe(_ name: String) -> Bool {
    let parts = name.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false)
    return parts.allSatisfy { !$0.isEmpty && !$0.elementsEqual(["."]) && !$0.elementsEqual([".", "."]) }
      && !name.unicodeScalars.contains { $0.value < 0x20 || $0 == "\\" }
  }

  private func failure(_ place: SheetError.Place) -> SheetError {
    let reason = String(cString: zip_strerror(archive))
    return SheetError(place, Text("无法写入压缩包（\(reason)）。", "cannot write the archive (\(reason))."))
  }
}
