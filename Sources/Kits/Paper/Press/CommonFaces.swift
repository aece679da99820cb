import CPangoCairo
import Foundation

/// 常用字字体 · Common faces: the paper font with its common characters alone (those of GB 2312, which fontconfig knows as
/// the ones that Chinese needs), made in memory once a process.
///
/// cairo reads a typeface whole for every paper it goes into: 17 MB, here 5. And the letters stand for themselves, without the
/// subroutines that they share, all of which cairo would put into the paper: it is a third as big. A rare character comes
/// from the whole typeface.
///
/// `@unchecked Sendable`: fontconfig's configuration is only read once it is made, which any thread may do.
final class CommonFaces: @unchecked Sendable {
  static let family = "Paper Common"
  /// Nil where they cannot be made: then papers are as right, and bigger.
  static let shared = CommonFaces()

  let configuration: OpaquePointer

  private init?() {
    guard let configuration = FcInitLoadConfigAndFonts() else { return nil }
    self.configuration = configuration
    for weight in [FC_WEIGHT_REGULAR, FC_WEIGHT_BOLD] {
      guard let whole = Self.whole(weight, in: configuration), let common = Self.common(of: whole),
        Self.add(common, to: configuration)
      else {
        FcConfigDestroy(configuration)
        return nil
      }
    }
  }

  /// Where the whole typeface lies: its file, and which of the file's faces it is.
  private static func whole(_ weight: Int32, in configuration: OpaquePointer) -> (file: String, index: UInt32)? {
    let wanted = FcPatternCreate()
    defer { FcPatternDestroy(wanted) }
    FcPatternAddString(wanted, FC_FAMILY, TextStyle.family)
    FcPatternAddInteger(wanted, FC_WEIGHT, weight)
    FcConfigSubstitute(configuration, wanted, FcMatchPattern)
    FcDefaultSubstitute(wanted)
    var result = FcResultMatch
    guard let found = FcFontMatch(configuration, wanted, &result) else { return nil }
    defer { FcPatternDestroy(found) }
    var index: Int32 = 0
    guard let file = text(FC_FILE, of: found),
      FcPatternGetInteger(found, FC_INDEX, 0, &index) == FcResultMatch
    else { return nil }
    return (file, UInt32(index))
  }

  private static func common(of whole: (file: String, index: UInt32)) -> Data? {
    let file = hb_blob_create_from_file(whole.file)
    defer { hb_blob_destroy(file) }
    let face = hb_face_create(file, whole.index)
    defer { hb_face_destroy(face) }
    guard let input = hb_subset_input_create_or_fail() else { return nil }
    defer { hb_subset_input_destroy(input) }
    hb_subset_input_set_flags(
      input, HB_SUBSET_FLAGS_DESUBROUTINIZE.rawValue | HB_SUBSET_FLAGS_NOTDEF_OUTLINE.rawValue)
    let characters = hb_subset_input_unicode_set(input)
    // Latin, punctuation, numbers in circles, full-width forms.
    for range in [0x20...0xFF, 0x2010...0x203F, 0x2460...0x24FF, 0x3000...0x303F, 0xFF00...0xFFEF] {
      hb_set_add_range(characters, UInt32(range.lowerBound), UInt32(range.upperBound))
    }
    addChinese(to: characters)
    guard let subset = hb_subset_or_fail(face, input) else { return nil }
    defer { hb_face_destroy(subset) }
    let blob = hb_face_reference_blob(subset)
    defer { hb_blob_destroy(blob) }
    var length: UInt32 = 0
    guard let bytes = hb_blob_get_data(blob, &length), length > 0 else { return nil }
    return Data(bytes: bytes, count: Int(length))
  }

  private static func addChinese(to characters: OpaquePointer?) {
    guard let chinese = FcLangGetCharSet("zh-cn") else { return }
    for character in UInt32(0x4E00)...0x9FFF where FcCharSetHasChar(chinese, character) != 0 {
      hb_set_add(characters, character)
    }
  }

  /// Under a name of its own, so that nobody has to guess which of two faces of one name is meant.
  private static func add(_ face: Data, to configuration: OpaquePointer) -> Bool {
    let descriptor = memory_file(family)
    guard descriptor >= 0 else { return false }
    let path = "/proc/self/fd/\(descriptor)"
    do { try FileHandle(fileDescriptor: descriptor, closeOnDealloc: false).write(contentsOf: face) } catch {
      return false
    }
    guard FcConfigAppFontAddFile(configuration, path) != 0,
      let fonts = FcConfigGetFonts(configuration, FcSetApplication)?.pointee
    else { return false }
    for index in 0..<Int(fonts.nfont) {
      guard let font = fonts.fonts[index], text(FC_FILE, of: font) == path else { continue }
      for name in [FC_FAMILY, FC_FAMILYLANG, FC_FULLNAME, FC_FULLNAMELANG] { FcPatternDel(font, name) }
      FcPatternAddString(font, FC_FAMILY, family)
      return true
    }
    return false
  }

  private static func text(_ name: String, of font: OpaquePointer) -> String? {
    var text: UnsafeMutablePointer<FcChar8>?
    guard FcPatternGetString(font, name, 0, &text) == FcResultMatch, let text else { return nil }
    return String(cString: text)
  }
}
