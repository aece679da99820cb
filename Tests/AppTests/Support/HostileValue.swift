/// 异常输入 · Hostile value: what a hurried, a clumsy or an ill-meaning hand puts into a field.
enum HostileValue: String, CaseIterable, Sendable {
  case empty, huge, script, statement, emoji, control, gb18030, impossibleDay, negative, unknownID

  var bytes: [UInt8] {
    switch self {
    case .empty: []
    case .huge: Array(String(repeating: "长", count: 100_000).utf8)
    case .script: Array("<script>alert(1)</script>".utf8)
    case .statement: Array("'; DROP TABLE aid_case; --".utf8)
    case .emoji: Array("👵🏽 赵春兰".utf8)
    case .control: Array("a\u{0}b\u{1B}[31m".utf8)
    case .gb18030: [0xD5, 0xD4, 0xB4, 0xBA, 0xC0, 0xBC]
    case .impossibleDay: Array("2016-02-30".utf8)
    case .negative: Array("-1".utf8)
    case .unknownID: Array("01a20929-0318-7692-bd5d-6e6f574dafb8".utf8)
    }
  }

  /// As a form would send it.
  var encoded: String { bytes.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }

  /// As it comes back in the field; nil where it cannot be shown as it was.
  var shownAgain: String? {
    switch self {
    case .gb18030: nil
    case .control: "a\u{FFFD}b\u{FFFD}[31m"
    default: String(decoding: bytes, as: UTF8.self)
    }
  }
}
