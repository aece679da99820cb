package import Localization

/// 备份问题 · What is wrong with a backup or with where it should go; each says what to do.
package enum BackupFault: Error, Sendable, CustomStringConvertible {
  case alreadyThere(String), notEmpty(String), unfinished(String), damaged(String), missing(String)
  case otherKeys, noKeys(String), keysThere(String)
  case envelope(String), passphrase(String), shortPassphrase, noPassphrase
  case corrupt(String)
  case newer([String]), unknownTable(String)

  package var text: Text {
    switch self {
    case .alreadyThere(let path):
      Text("\(path) 已经存在，请换一个名字。", "\(path) is there already: choose another name.")
    case .notEmpty(let what):
      Text("\(what) 不是空的，只能恢复到空的位置。", "\(what) is not empty: restore needs an empty place.")
    case .unfinished(let path):
      Text(
        "\(path) 没有完整的备份：备份中途停止，或者不是备份。请使用另一份备份。",
        "\(path) holds no whole backup: it was stopped half way, or is none. Use another one.")
    case .damaged(let file):
      Text("备份已损坏：\(file)。什么都没有恢复，请使用另一份备份。", "Damaged: \(file). Nothing was restored; use another backup.")
    case .missing(let file):
      Text("备份缺少文件：\(file)。什么都没有恢复，请使用另一份备份。", "Missing: \(file). Nothing was restored; use another backup.")
    case .otherKeys:
      Text(
        "这些密钥不是做备份的办公室的，或者备份被改动过。",
        "These are not the keys of the office that made the backup, or the backup was altered.")
    case .noKeys(let path):
      Text(
        "\(path) 没有密钥。请把密钥文件放到那里，或者用 --keys 指定密钥信封。",
        "No keys at \(path): put the office's keys there, or name their envelope with --keys.")
    case .keysThere(let path):
      Text(
        "\(path) 已有密钥，不会覆盖。请不带 --keys 再试。", "\(path) holds keys already and is not overwritten: go without --keys.")
    case .envelope(let file): Text("\(file) 不是密钥信封。", "\(file) is no envelope of keys.")
    case .passphrase(let file):
      Text("口令不对，或者 \(file) 已损坏。", "The passphrase is wrong, or \(file) is damaged.")
    case .shortPassphrase: Text("口令至少12个字符。", "A passphrase has at least 12 characters.")
    case .noPassphrase:
      Text(
        "需要口令：在终端输入，或者设置环境变量 LEGALAID_PASSPHRASE。",
        "A passphrase is needed: type it at the terminal, or set LEGALAID_PASSPHRASE.")
    case .corrupt(let what):
      Text(
        "数据库已损坏，没有做备份，也没有动以前的备份：\(what)。请停止使用，从最近完好的备份恢复。",
        "The database is damaged (\(what)): no backup was made, and the earlier ones were left alone. Stop using it and restore the newest good one."
      )
    case .newer(let migrations):
      Text(
        "备份由更新的版本制作（\(migrations.joined(separator: "、"))），请先更新软件。",
        "Made by a newer version (\(migrations.joined(separator: ", "))): update this software first.")
    case .unknownTable(let table):
      Text("备份中的表 \(table) 与数据库不符。", "The table \(table) of the backup does not fit the database.")
    }
  }

  package var description: String { "\(text.zh) \(text.en)" }
}
