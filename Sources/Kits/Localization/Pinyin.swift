import Synchronization
import _FoundationICU

/// 拼音 · Pinyin of a name, without tones, as one types it: whole (`zhaochunlan`) and by its initials (`zcl`). The readings
/// are those of names (单 shan, 仇 qiu, 区 ou). What is no Chinese character is left out.
package enum Pinyin {
  package static func whole(_ name: String) -> String { both(name).whole }
  package static func initials(_ name: String) -> String { both(name).initials }

  /// Both at once, for reading a name is the greater part of the work.
  package static func both(_ name: String) -> (whole: String, initials: String) {
    let syllables = syllables(name)
    return (syllables.joined(), String(syllables.compactMap(\.first)))
  }

  private static func syllables(_ name: String) -> [String] {
    let chinese = name.unicodeScalars.filter(\.properties.isIdeographic)
    guard !chinese.isEmpty else { return [] }
    return names.withLock { $0.converted(String(String.UnicodeScalarView(chinese))) }
      .split(separator: " ").map { String($0.filter { $0.isASCII && $0.isLetter }).lowercased() }
      .filter { !$0.isEmpty }
  }

  private static let names = Mutex(Transliterator("Han-Latin/Names; Latin-ASCII"))
}

/// 转写 · The toolchain's own ICU; its functions carry a prefix there. Opening one reads its rules, so one is kept.
struct Transliterator: ~Copyable, @unchecked Sendable {
  private let handle: UnsafeMutablePointer<UTransliterator?>?

  init(_ id: String) {
    var status = UErrorCode(0)
    let name = Array(id.utf16)
    handle = swift_utrans_openU(name, Int32(name.count), UTRANS_FORWARD, nil, 0, nil, &status)
  }

  deinit { swift_utrans_close(handle) }

  func converted(_ text: String) -> String {
    let given = Array(text.utf16)
    var (buffer, status) = (given + [UInt16](repeating: 0, count: 15 * given.count), UErrorCode(0))
    var (length, limit) = (Int32(given.count), Int32(given.count))
    swift_utrans_transUChars(handle, &buffer, &length, Int32(buffer.count), 0, &limit, &status)
    return status.rawValue > 0 ? "" : String(decoding: buffer.prefix(Int(length)), as: UTF16.self)
  }
}
