/// 小磁盘 · Small disk: one of `scripts/small-disk`, which fills it, lets it fail and repairs it.
struct SmallDisk {
  let script: String
  let folder: String

  /// Whether this user may have one here.
  static func isPossible(_ script: String) -> Bool { (try? SoakScript.tell(script, ["may"])) != nil }

  func make() throws { try tell("make") }
  func keep() throws { try tell("keep") }
  func fill() throws { try tell("fill") }
  func free() throws { try tell("free") }
  func fail() throws { try tell("fail") }
  func mend() throws { try tell("mend") }
  func remove() throws { try tell("remove") }

  private func tell(_ verb: String) throws { _ = try SoakScript.tell(script, [verb, folder]) }
}
