import Foundation
package import Localization

/// 上传文件 · Upload: one file of a form, spooled on disk until the request has been answered.
package struct Upload: Sendable, Hashable {
  package let field: String
  package let fileName: String
  package let type: FileType
  package let size: Int
  package let sha256: [UInt8]
  package let path: String

  /// Its content piece by piece, as `BlobStore.put` takes it.
  package var chunks: Chunks { Chunks(path: path) }

  package func bytes() throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: path))) }
}

extension Upload {
  package struct Chunks: AsyncSequence, Sendable {
    let path: String

    package struct AsyncIterator: AsyncIteratorProtocol {
      let path: String
      private var handle: FileHandle?

      init(path: String) { self.path = path }

      package mutating func next() async throws -> [UInt8]? {
        let handle = try self.handle ?? FileHandle(forReadingFrom: URL(filePath: path))
        self.handle = handle
        let data = try handle.read(upToCount: 64 << 10)
        return data.flatMap { $0.isEmpty ? nil : [UInt8]($0) }
      }
    }

    package func makeAsyncIterator() -> AsyncIterator { AsyncIterator(path: path) }
  }
}

/// 上传集合 · Uploads: the files of one request, and what was wrong at a file field.
package struct Uploads: Sendable, Hashable {
  package let files: [Upload]
  package let problems: [String: Text]

  package init(_ files: [Upload], problems: [String: Text] = [:]) {
    self.files = files
    self.problems = problems
  }

  package static let none = Uploads([])
}
