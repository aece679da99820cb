/// 数据目录 · Data directory: where everything of an office lies that is not a row: uploads and papers (`files`), keys
/// (`keys`, mode 0600), unfinished uploads and exports (`spool`).
package struct DataDirectory: Sendable, Hashable {
  package let root: String
  package let keys: String

  package init(root: String, keys: String? = nil) {
    self.root = root
    self.keys = keys ?? root + "/keys"
  }

  package var files: String { root + "/files" }
  package var spool: String { root + "/spool" }
  /// Unfinished uploads, in it a folder for each server.
  package var uploads: String { spool + "/uploads" }
}
