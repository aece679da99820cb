import Foundation
import Kernel
import Papers
import Storage
import Web

/// 已收文件 · Kept upload: a file that has arrived and waits for its form to be right. The form carries it as a token that
/// only this office can make and only its maker can use, so no other file of the store can be named by it.
struct KeptUpload: Codable, Sendable, Hashable {
  static let field = "kept"
  static let prefix = "file-"

  /// Of the checklist.
  let code: String
  let file: StoredUpload

  /// What earlier rounds kept and is still ticked, and what has just arrived.
  static func keep(_ request: WebRequest) async throws -> [KeptUpload] {
    guard let user = try request.requirePrincipal().user else { return [] }
    var kept = try read(request.fields.values(field), user, request.services.keys)
    for upload in request.uploads.files where upload.field.hasPrefix(prefix) {
      guard FileType.evidence.contains(upload.type), request.uploads.problems[upload.field] == nil else { continue }
      let one = KeptUpload(
        code: String(upload.field.dropFirst(prefix.count)), file: try await store(upload, in: request.services))
      if !kept.contains(one) { kept.append(one) }
    }
    return kept
  }

  static func read(_ tokens: [String], _ user: UserID, _ keys: KeyRing) throws -> [KeptUpload] {
    try tokens.compactMap { token in
      guard let bar = token.firstIndex(of: "|") else { return nil }
      let (mark, json) = (token[..<bar], String(token[token.index(after: bar)...]))
      guard mark == Self.mark(json, user, keys) else { return nil }
      return try JSONDecoder().decode(KeptUpload.self, from: Data(json.utf8))
    }
  }

  func token(_ user: UserID, _ keys: KeyRing) throws -> String {
    let json = try CanonicalJSON.encode(self)
    return Self.mark(json, user, keys) + "|" + json
  }

  private static func mark(_ json: String, _ user: UserID, _ keys: KeyRing) -> String {
    keys.lookupHash("kept-upload|\(user)|\(json)").map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
