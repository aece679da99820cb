import Foundation
import Paper

@testable import Web

extension Parser {
  static let web: [Parser] = [
    Parser("multipart", multipartSeeds, words: multipartWords) { bytes in
      let whole = told(bytes, chunk: bytes.count)
      for size in [1, 7, 61] where bytes.count < 2_000 && told(bytes, chunk: size) != whole {
        return "chunks of \(size) tell something else"
      }
      return nil
    },
    Parser(
      "URL-encoded", texts: ["name=%E8%B5%B5&heldOn=2016-03-07&a=1&a=2", "q=%zz+%&&==&x"],
      words: ["%", "&", "=", "+", "%00", "%E8", "%F0%9F"]
    ) { text in
      let fields = try? URLEncoded.parse(Array(text.utf8))
      for name in fields?.names ?? [] { _ = fields?.problem(name) }
      let escaped = URLEncoded.decode(Array(URLEncoded.escape(text).utf8))
      return escaped == Array(text.utf8) ? nil : "an escaped text reads as another"
    },
    Parser(
      "path, query, address",
      texts: ["/cases/0196f1c2-5b1a-7c3e-8d42-9e6f0a1b2c3d/files", "/search?q=x&page=2", "//x"],
      words: ["/", "..", "%2F", "?", "#", "page=", "\\"]
    ) { text in
      _ = PathPattern("/cases/{id}/files").match(text)
      let list = ListQuery(Fields(dictionaryLiteral: ("page", text), ("sort", text)), path: "/x", sorts: ["a"])
      _ = list.link(page: list.page) + "\(list.offset)\(list.pages(of: .max / 2))"
      let local = LocalPath.checked(text)
      return local.map { $0.hasPrefix("//") || $0.contains("\\") } == true ? "leads to another site" : nil
    },
    Parser(
      "headers",
      texts: [
        "session=abc; preferences=zh.large; __Host-x=1", "multipart/form-data; boundary=\"b\"", "zh-CN,en;q=0.8",
      ],
      words: [";", "=", "\"", ",", "q=", "boundary="]
    ) { text in
      _ = Cookie.parse(text)
      _ = Preferences(cookie: text, acceptLanguage: text)
      if let boundary = MediaType(text).boundary { _ = try? MultipartParser(boundary: boundary) }
      return nil
    },
    Parser(
      "file name", texts: ["身份证（正面）.pdf", "../../etc/passwd", "a\u{202E}fdp.exe", "👨‍👩‍👧.pdf", "CON"],
      words: ["/", "\\", "..", "\u{202E}", "\r\n", "\"", "\u{301}", "👩‍👩‍👧"]
    ) { text in
      let name = FileName.clean(text)
      let header = FileName.disposition(text)
      guard !name.isEmpty, name != ".", name != "..", !name.utf8.contains(UInt8(ascii: "/")), name.utf8.count <= 300
      else {
        return "not a safe name: \(name)"
      }
      return header.utf8.allSatisfy { (0x20..<0x7F).contains($0) } ? nil : "not a safe header: \(header)"
    },
    Parser("file type", [Array("%PDF-1.7\n".utf8), [0x89, 0x50, 0x4E, 0x47], Array("RIFF1234WEBP".utf8)]) { bytes in
      _ = FileType(content: bytes).mediaType
      return nil
    },
    Parser(
      "JSON of the API", texts: [#"{"width":300,"height":150,"strokes":[[1,2,3,40],[5,6]]}"#, #"{"strokes":[]}"#],
      words: ["[", "{", "}", "\"", "\\u0000", "\\uD800", "null", "1e999", ":"]
    ) { text in
      // Everything else is what a decoder of Foundation may throw.
      do { _ = try JSONDecoder().decode(Handwriting.self, from: Data(text.utf8)) } catch is DecodingError {}
      return nil
    },
  ]

  private static let multipartWords = [
    "\r\n", "--b", "--b--", "\r\n--b\r\n", "Content-Disposition: form-data; name=", "filename=\"",
    "filename*=UTF-8''%E8",
    "\"", ";", "\\", "%22",
  ]

  private static let multipartSeeds: [[UInt8]] = [
    "--b\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\n赵春兰\r\n--b--\r\n",
    "preamble\r\n--b \t\r\ncontent-disposition:form-data;name=a;filename*=utf-8''%E8%BA%AB.pdf\r\n\r\n%PDF-\r\n--\r\n--b--x",
    "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a\\\"b.pdf\"\r\nContent-Type: x\r\n\r\n\r\n--b\r\n",
  ].map { Array($0.utf8) }

  /// Everything told, and how it ended; the data of one part as one.
  private static func told(_ bytes: [UInt8], chunk: Int) -> [String] {
    guard var parser = try? MultipartParser(boundary: "b") else { return ["boundary"] }
    var (said, data): ([String], [UInt8]) = ([], [])
    do {
      for start in stride(from: 0, to: bytes.count, by: max(chunk, 1)) {
        try parser.feed(Array(bytes[start..<min(start + chunk, bytes.count)])) { event in
          switch event {
          case .begin(let head): said.append("\(head.name) \(head.fileName ?? "-")")
          case .data(let more): data += more
          case .end:
            said.append("\(data)")
            data = []
          }
        }
      }
      try parser.finish()
    } catch {
      return said + ["\(error)"]
    }
    return said
  }
}
