import Localization

/// 多段表单 · Multipart reader: sorts the parts of a form into text fields and spooled files, within the limits.
struct MultipartReader {
  private let limits: BodyLimits
  private let spool: Spool
  private let requestID: String
  private var parser: MultipartParser
  private var part: Part?
  private var received = 0
  private var textSize = 0
  private var fields = Fields.none
  private var files: [Upload] = []
  private var problems: [String: Text] = [:]

  private enum Part {
    case text(name: [UInt8], value: [UInt8], isCutOff: Bool)
    case file(name: [UInt8], fileName: String, SpoolFile)
    /// A file field in which nothing was chosen.
    case nothing
  }

  init(_ type: MediaType, _ limits: BodyLimits, _ spool: Spool, _ requestID: String) throws {
    guard let boundary = type.boundary, let parser = try? MultipartParser(boundary: boundary) else {
      throw BodyProblem.malformed
    }
    self.parser = parser
    self.limits = limits
    self.spool = spool
    self.requestID = requestID
  }

  mutating func take(_ chunk: [UInt8]) throws {
    received += chunk.count
    guard received <= limits.request else { throw BodyProblem.tooLarge(limit: limits.request) }
    var events: [MultipartParser.Event] = []
    do {
      try parser.feed(chunk) { events.append($0) }
    } catch MultipartParser.Problem.tooManyParts {
      throw BodyProblem.tooManyFields
    } catch is MultipartParser.Problem {
      throw BodyProblem.malformed
    }
    for event in events { try handle(event) }
  }

  func finish() throws -> Body {
    guard (try? parser.finish()) != nil else { throw BodyProblem.malformed }
    return Body(fields: fields, uploads: Uploads(files, problems: problems))
  }

  private mutating func handle(_ event: MultipartParser.Event) throws {
    switch event {
    case .begin(let head): part = try begin(head)
    case .data(let bytes): try add(bytes)
    case .end: try end()
    }
  }

  private func begin(_ head: PartHead) throws -> Part {
    switch head.fileName {
    case nil: .text(name: head.name, value: [], isCutOff: false)
    case "": .nothing
    case let fileName?: .file(name: head.name, fileName: fileName, try spool.create(for: requestID))
    }
  }

  private mutating func add(_ bytes: ArraySlice<UInt8>) throws {
    switch part {
    case .text(let name, var value, _):
      part = nil
      let room = max(0, limits.field - value.count)
      value += bytes.prefix(room)
      textSize += min(room, bytes.count)
      guard textSize <= limits.text else { throw BodyProblem.tooLarge(limit: limits.text) }
      part = .text(name: name, value: value, isCutOff: bytes.count > room)
    case .file(let name, let fileName, var file):
      try file.write(bytes, limit: limits.file)
      part = .file(name: name, fileName: fileName, file)
    case .nothing, nil: break
    }
  }

  private mutating func end() throws {
    switch part {
    case .text(let name, let value, let isCutOff):
      fields.append(Fields.Field(name: name, value: value, isCutOff: isCutOff))
    case .file(let name, let fileName, let file):
      let field = String(decoding: name, as: UTF8.self)
      let upload = try file.finish(field: field, fileName: fileName)
      if file.size > limits.file {
        problems[field] = FieldMessage.fileTooLarge(fileName, limit: limits.file)
      } else {
        files.append(upload)
      }
    case .nothing, nil: break
    }
    part = nil
  }
}
