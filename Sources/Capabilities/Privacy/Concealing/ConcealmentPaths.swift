import Kernel
import Web

/// 封存地址 · The addresses of concealing and opening.
struct ConcealmentPaths: Sendable {
  let pattern: PathPattern

  static let list: PathPattern = "/concealed"
  static let conceal = ConcealmentPaths(pattern: "/matters/{id}/concealment")
  static let opening = ConcealmentPaths(pattern: "/concealed/{id}/opening")
  static let lifting = ConcealmentPaths(pattern: "/concealed/{id}/lifting")

  func path(_ id: MatterID) -> String { pattern.path(id) }
}
