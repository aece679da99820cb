extension String {
  /// Without what neither XML nor a text file can carry: control characters become U+FFFD.
  var withoutControls: String {
    guard unicodeScalars.contains(where: \.isForbidden) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.map { $0.isForbidden ? "\u{FFFD}" : $0 }))
  }
}

extension Unicode.Scalar {
  fileprivate var isForbidden: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D: false
    case ..<0x20, 0x7F...0x9F, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
