import Crypto

/// 静态文件 · Asset: a file every page may need, from the binary itself.
package struct Asset: Sendable {
  package let name: String
  package let type: String
  package let bytes: [UInt8]

  package init(name: String, type: String, bytes: [UInt8]) {
    self.name = name
    self.type = type
    self.bytes = bytes
  }

  static let embedded = [
    Asset(name: "app.css", type: "text/css; charset=utf-8", bytes: PackageResources.app_css),
    Asset(name: "app.js", type: "text/javascript; charset=utf-8", bytes: PackageResources.app_js),
  ]
}

/// 静态文件集 · Assets: all of them under one path that changes with their content, so that browsers keep them for good.
package struct Assets: Sendable {
  /// `/assets/3f29a0c1d8e47b56`
  package let path: String
  private let byName: [String: Asset]
  private let version: String

  init(_ assets: [Asset]) {
    byName = Dictionary(assets.map { ($0.name, $0) }, uniquingKeysWith: { _, last in last })
    var hasher = SHA256()
    for asset in byName.values.sorted(by: { $0.name < $1.name }) {
      hasher.update(data: Array(asset.name.utf8))
      hasher.update(data: asset.bytes)
    }
    version = String(Token.hex(hasher.finalize()).prefix(16))
    path = "/assets/\(version)"
  }

  package var names: [String] { byName.keys.sorted() }

  /// An older page's path still finds the file as it is now, but is not kept.
  func response(version asked: String, name: String, entityTag: String?) -> WebResponse? {
    guard let asset = byName[name] else { return nil }
    let tag = "\"\(version)\""
    let cache = asked == version ? "public, max-age=31536000, immutable" : "no-cache"
    let headers = ["Content-Type": asset.type, "ETag": tag, "Cache-Control": cache]
    if entityTag?.contains(tag) == true { return WebResponse(status: 304, headers, .bytes([])) }
    return WebResponse(status: 200, headers, .bytes(asset.bytes))
  }
}
