import Localization
import Markup
import Web

extension AidCase {
  /// 群体人数 · How many a group case aids, beside its head's name; nothing where it is one.
  func groupTag(in language: Language) -> HTML {
    guard isGroup else { return .empty }
    return .fragment([.text(" "), tag(Text("共\(recipients)人", "\(recipients) people")[language])])
  }
}

extension [CaseRecipient] {
  /// 群体受援人 · How many, and everybody's name.
  func words(_ language: Language) -> String? {
    guard !isEmpty else { return nil }
    let names = Format.list(map(\.name), language)
    return Text("\(count)人：\(names)", "\(count) people: \(names)")[language]
  }
}
