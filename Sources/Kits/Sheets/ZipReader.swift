import CZip
import Glibc
import Localization

/// 压缩包读取 · Zip reader: entries by name, within limits that are checked before and while anything is unpacked.
///
/// Refuses what is no ZIP archive, encrypted entries, too many entries, entries too large and ratios no honest file has.
package final class ZipReader {
  package struct Limits: Sendable {
    package var entries = 4096
    /// Bytes of one entry, unpacked.
    package var entrySize: UInt64 = 256 << 20
    /// Bytes of all entries together, unpacked.
    package var totalSize: UInt64 = 512 << 20
    /// Unpacked to packed; entries under one MiB may be as regular as they like.
    package var ratio: UInt64 = 200

    package init() {}
  }

  package struct Entry: Sendable, Hashable {
    package let name: String
    package let size: UInt64
    fileprivate let index: UInt64
  }

  package let entries: [Entry]
  private let archive: OpaquePointer

  package init(_ bytes: [UInt8], limits: Limits = Limits()) throws(SheetError) {
    let archive = try Self.open(bytes)
    do {
      entries = try Self.entries(of: archive, within: limits)
    } catch {
      zip_discard(archive)
      throw error
    }
    self.archive = archive
  }

  deinit { zip_discard(archive) }

  package func read(_ name: String) throws(SheetError) -> [UInt8]? {
    guard let entry = entries.first(where: { $0.name == name }) else { return nil }
    return try read(entry)
  }

  package func read(_ entry: Entry) throws(SheetError) -> [UInt8] {
    guard let file = zip_fopen_index(archive, entry.index, 0) else { throw Self.damaged(entry.name) }
    defer { zip_fclose(file) }
    // One byte more than declared, so that an entry that lies about its size is found out.
    var bytes = [UInt8](repeating: 0, count: Int(entry.size) + 1)
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes { buffer -> zip_int64_t in
        let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
        return rest.baseAddress.map { zip_fread(file, $0, zip_uint64_t(rest.count)) } ?? 0
      }
      guard count >= 0 else { throw Self.damaged(entry.name) }
      if count == 0 { break }
      filled += Int(count)
    }
    guard filled == Int(entry.size) else { throw Self.damaged(entry.name) }
    bytes.removeLast()
    return bytes
  }

  private static func open(_ bytes: [UInt8]) throws(SheetError) -> OpaquePointer {
    let notAnArchive = SheetError(.file, Text("不是有效的ZIP压缩包。", "not a valid ZIP archive."))
    // libzip takes no bytes for an empty archive.
    guard !bytes.isEmpty, let copy = malloc(bytes.count) else { throw notAnArchive }
    bytes.withUnsafeBytes { if let base = $0.baseAddress { copy.copyMemory(from: base, byteCount: $0.count) } }
    guard let source = zip_source_buffer_create(copy, zip_uint64_t(bytes.count), 1, nil) else {
      free(copy)
      throw notAnArchive
    }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, nil) else {
      zip_source_free(source)
      throw notAnArchive
    }
    return archive
  }

  private static func entries(of archive: OpaquePointer, within limits: Limits) throws(SheetError) -> [Entry] {
    let count = zip_get_num_entries(archive, 0)
    guard count <= limits.entries else {
      throw SheetError(
        .file, Text("压缩包内文件过多（\(count)个）。", "too many entries in the archive (\(count))."))
    }
    var entries: [Entry] = []
    var total: UInt64 = 0
    for index in 0..<zip_uint64_t(max(count, 0)) {
      var stat = zip_stat_t()
      guard zip_stat_index(archive, index, 0, &stat) == 0, let name = stat.name.map({ String(cString: $0) }) else {
        throw damaged("#\(index)")
      }
      try check(name, stat, limits)
      total += stat.size
      guard total <= limits.totalSize else { throw tooLarge(name) }
      entries.append(Entry(name: name, size: stat.size, index: index))
    }
    return entries
  }

  private static func check(_ name: String, _ stat: zip_stat_t, _ limits: Limits) throws(SheetError) {
    guard stat.encryption_method == ZIP_EM_NONE else {
      throw SheetError(.entry(name), Text("已加密，请去除密码后重试。", "encrypted; remove the password and try again."))
    }
    guard stat.size <= limits.entrySize else { throw tooLarge(name) }
    guard stat.size <= 1 << 20 || stat.size / max(stat.comp_size, 1) <= limits.ratio else {
      throw SheetError(
        .entry(name), Text("压缩比异常，拒绝解压。", "compressed beyond any honest ratio; not unpacked."))
    }
  }

  private static func tooLarge(_ name: String) -> SheetError {
    SheetError(.entry(name), Text("解压后过大，拒绝读取。", "too large when unpacked; not read."))
  }

  private static func damaged(_ name: String) -> SheetError {
    SheetError(.entry(name), Text("内容已损坏。", "damaged."))
  }
}
