/// Open Packaging relationships: which part of an archive stands for what.
struct Relationships: XMLHandler {
  /// The folder that relative targets start from, with its closing slash.
  let base: String
  private var all: [(id: String, type: String, path: String)] = []

  static func read(_ name: String, base: String, from archive: ZipReader) throws(SheetError) -> Relationships {
    guard let bytes = try archive.read(name) else { return Relationships(base: base) }
    return try XMLScan.run(bytes, entry: name, into: Relationships(base: base))
  }

  private init(base: String) { self.base = base }

  func target(ofType type: String) -> String? { all.first { $0.type.hasSuffix(type) }?.path }

  func target(ofID id: String, type: String) -> String? {
    all.first { $0.id == id && $0.type.hasSuffix(type) }?.path
  }

  mutating func start(_ name: String, _ attributes: [String: String]) {
    guard name == "Relationship", attributes["TargetMode"] != "External", let id = attributes["Id"],
      let type = attributes["Type"], let target = attributes["Target"]
    else { return }
    all.append((id, type, resolve(target)))
  }

  func text(_ text: String) {}
  func end(_ name: String) {}

  private func resolve(_ target: String) -> String {
    var parts: [Substring] = []
    for part in (target.hasPrefix("/") ? target : base + target).split(separator: "/") {
      switch part {
      case ".": break
      case "..": _ = parts.popLast()
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}
