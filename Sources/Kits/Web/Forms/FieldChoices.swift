package import Kernel
package import Localization

extension FieldReader {
  /// 单选 · One of a closed list.
  package mutating func choice<T: RawRepresentable<String>>(
    _ name: String, _ label: Text, _: T.Type = T.self
  ) -> T? {
    let text = value(name, label)
    return parse(name, text, wrong: FieldMessage.choice(label), T.init(rawValue:))
  }

  package mutating func requiredChoice<T: RawRepresentable<String> & CaseIterable>(
    _ name: String, _ label: Text, _: T.Type = T.self
  ) -> T {
    let text = chosenValue(name, label)
    guard let placeholder = T.allCases.first else { preconditionFailure("\(T.self) offers nothing to choose") }
    return parse(name, text, wrong: FieldMessage.choice(label), T.init(rawValue:)) ?? placeholder
  }

  /// One of what the page offered.
  package mutating func choice(_ name: String, _ label: Text, among offered: [String]) -> String? {
    let text = value(name, label)
    return parse(name, text, wrong: FieldMessage.choice(label)) { offered.contains($0) ? $0 : nil }
  }

  package mutating func requiredChoice(_ name: String, _ label: Text, among offered: [String]) -> String {
    let text = chosenValue(name, label)
    return parse(name, text, wrong: FieldMessage.choice(label)) { offered.contains($0) ? $0 : nil } ?? ""
  }

  /// 多选 · Any number of a closed list, each once.
  package mutating func choices<T: RawRepresentable<String> & Hashable>(
    _ name: String, _ label: Text, _: T.Type = T.self
  ) -> [T] {
    var chosen: [T] = []
    for text in fields.values(name) where !text.isEmpty {
      guard let value = T(rawValue: text) else {
        refuse("field-format", at: name, FieldMessage.choice(label))
        return []
      }
      if !chosen.contains(value) { chosen.append(value) }
    }
    return chosen
  }

  /// 勾选 · A ticked box.
  package func flag(_ name: String) -> Bool { ["1", "on", "true", "yes"].contains(fields[name]) }

  /// One of the records that the page offered, by its id.
  package mutating func id<Of>(_ name: String, _ label: Text, among offered: [ID<Of>]) -> ID<Of>? {
    let text = value(name, label)
    return offeredID(name, label, text, offered)
  }

  package mutating func requiredID<Of>(_ name: String, _ label: Text, among offered: [ID<Of>]) -> ID<Of> {
    let text = chosenValue(name, label)
    return offeredID(name, label, text, offered) ?? ID()
  }

  private mutating func offeredID<Of>(
    _ name: String, _ label: Text, _ text: String?, _ offered: [ID<Of>]
  ) -> ID<Of>? {
    parse(name, text, wrong: FieldMessage.choice(label)) { text in
      ID<Of>(text).flatMap { offered.contains($0) ? $0 : nil }
    }
  }

  /// A record that the page offered, by its id; whether it did, the action finds out.
  package mutating func id<Of>(_ name: String, _ label: Text, of _: Of.Type = Of.self) -> ID<Of>? {
    let text = value(name, label)
    return parse(name, text, wrong: FieldMessage.choice(label)) { ID<Of>($0) }
  }

  package mutating func requiredID<Of>(_ name: String, _ label: Text, of _: Of.Type = Of.self) -> ID<Of> {
    let text = chosenValue(name, label)
    return parse(name, text, wrong: FieldMessage.choice(label)) { ID<Of>($0) } ?? ID()
  }

  /// 文件 · One file of the given kinds.
  package mutating func file(_ name: String, _ label: Text, _ types: Set<FileType> = FileType.evidence) -> Upload? {
    files(name, label, types).first
  }

  package mutating func requiredFile(
    _ name: String, _ label: Text, _ types: Set<FileType> = FileType.evidence
  ) -> Upload? {
    let upload = file(name, label, types)
    if upload == nil { refuse("file-missing", at: name, FieldMessage.fileMissing(label)) }
    return upload
  }

  package mutating func files(_ name: String, _ label: Text, _ types: Set<FileType> = FileType.evidence) -> [Upload]
  {
    if let problem = uploads.problems[name] {
      refuse("file-too-large", at: name, problem)
      return []
    }
    let files = uploads.files.filter { $0.field == name }
    guard files.allSatisfy({ types.contains($0.type) }) else {
      refuse("file-type", at: name, FieldMessage.fileType(label, types))
      return []
    }
    return files
  }

  /// Like `requiredValue`, in the words for something that is chosen, not typed.
  private mutating func chosenValue(_ name: String, _ label: Text) -> String? {
    guard let text = value(name, label) else { return nil }
    if text.isEmpty {
      refuse("field-empty", at: name, FieldMessage.notChosen(label))
      return nil
    }
    return text
  }
}
