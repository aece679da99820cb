/// 安全地址 · Safe address: what a link may point to: a path, a fragment, http, https, mailto or tel.
///
/// Anything else, `javascript:` and `data:` above all, becomes `#`: an address may have been typed by anybody.
enum SafeAddress {
  private static let schemes: Set<String> = ["http", "https", "mailto", "tel"]

  static func checked(_ address: String) -> String {
    // Browsers drop tabs, newlines and leading controls before they read the scheme, so none may be there.
    guard address.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { return "#" }
    guard let end = address.utf8.firstIndex(where: { Self.endsScheme($0) }), address.utf8[end] == colon else {
      return address
    }
    let scheme = address[..<end].drop { $0 == " " }.lowercased()
    return schemes.contains(scheme) ? address : "#"
  }

  private static let colon = UInt8(ascii: ":")

  private static func endsScheme(_ byte: UInt8) -> Bool {
    byte == colon || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
  }
}
