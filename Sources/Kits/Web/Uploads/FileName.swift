/// 文件名 · File name: a name that came from outside, made safe to show and to save under.
package enum FileName {
  static let maxLength = 120

  /// The last part of a path, without control characters, in any language; never empty, `.` or `..`.
  package static func clean(_ name: String) -> String {
    // By scalars: a `/` before a joiner or a combining mark is no character of its own, and separates all the same.
    let last =
      name.unicodeScalars.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? Substring.UnicodeScalarView()
    var scalars = String.UnicodeScalarView()
    for scalar in last where !isHidden(scalar) { scalars.append(scalar) }
    let text = String(scalars).trimmed
    guard text.contains(where: { $0 != "." }) else { return "file" }
    return shortened(text)
  }

  /// `attachment; filename=…` for any name: ASCII for old programs, UTF-8 for the others (RFC 6266).
  package static func disposition(_ name: String, isInline: Bool = false) -> String {
    let clean = clean(name)
    let ascii = clean.map { $0.isASCII && $0 != "\"" && $0 != "%" ? String($0) : "_" }.joined()
    return
      "\(isInline ? "inline" : "attachment"); filename=\"\(ascii)\"; filename*=UTF-8''\(URLEncoded.escape(clean))"
  }

  /// 与内容相符的文件名 · The name with an ending that fits what the file is, so that what is saved opens as that and as nothing
  /// else: a picture called `x.html` becomes `x.html.jpg`. What programs write themselves keeps its name.
  static func fitting(_ name: String, _ mediaType: String) -> String {
    guard let endings = endings[mediaType], let usual = endings.first else { return name }
    let ending = name.split(separator: ".", omittingEmptySubsequences: false).last?.lowercased() ?? ""
    return name.contains(".") && endings.contains(ending) ? name : "\(name).\(usual)"
  }

  /// The endings of each type that is received, the usual one first. A recording is served as bytes: `bin` where its name says no
  /// kind of recording.
  private static let endings: [String: [String]] = [
    "application/pdf": ["pdf"], "image/png": ["png"], "image/jpeg": ["jpg", "jpeg"], "image/webp": ["webp"],
    "image/heic": ["heic", "heif"], "image/tiff": ["tif", "tiff"], "image/bmp": ["bmp"], "application/zip": ["zip"],
    "text/plain; charset=utf-8": ["txt", "csv", "log"],
    "application/octet-stream": [
      "bin", "mp3", "m4a", "wav", "aac", "amr", "ogg", "oga", "flac", "wma", "mp4", "m4v", "mov", "avi", "mkv",
      "webm",
      "3gp", "wmv", "mpg", "mpeg",
    ],
  ]

  private static func shortened(_ text: String) -> String {
    if text.count <= maxLength, text.utf8.count <= 240 { return text }
    let pieces = text.split(separator: ".")
    let ending = pieces.count > 1 ? pieces.last.map { ".\($0.prefix(8))" } ?? "" : ""
    var stem = text.prefix(maxLength - ending.count)
    while stem.utf8.count > 200 { stem = stem.dropLast() }
    return stem + ending
  }

  /// Control characters, and the marks that turn the direction of writing around to hide an ending.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
