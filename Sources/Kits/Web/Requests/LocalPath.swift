/// 站内路径 · Local path: where a redirect may lead: a path of this site, never another host.
package enum LocalPath {
  /// Nil for anything a browser might read as another site.
  package static func checked(_ text: String) -> String? {
    guard text.hasPrefix("/"), !text.hasPrefix("//"), text.utf8.count <= 2_000,
      text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
    else { return nil }
    return text
  }
}
