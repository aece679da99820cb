import Kernel
import Web

/// 政府文件地址 · Where government documents and their tasks stand.
enum DocumentPaths {
  static let list = "/government-documents"
  static let new = "/government-documents/new"
  static let tasks = "/implementation-tasks"

  static func board(_ id: DocumentID) -> String { "\(list)/\(id)" }
  static func details(_ id: DocumentID) -> String { "\(board(id))/details" }
  static func newTask(_ id: DocumentID) -> String { "\(board(id))/task" }
  static func task(_ id: TaskID) -> String { "\(tasks)/\(id)" }
  static func step(_ name: String, _ id: TaskID) -> String { "\(task(id))/\(name)" }
}
