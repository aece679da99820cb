package import Localization

/// 语言 · Spoken language: what a legal aid person speaks beside Mandarin, for recipients who need it.
package enum SpokenLanguage: String, Sendable, Hashable, CaseIterable {
  case dialect, mongolian, tibetan, uyghur, zhuang, korean, kazakh, yi, english, sign

  package var name: Text {
    switch self {
    case .dialect: Text("本地方言", "Local dialect")
    case .mongolian: Text("蒙古语", "Mongolian")
    case .tibetan: Text("藏语", "Tibetan")
    case .uyghur: Text("维吾尔语", "Uyghur")
    case .zhuang: Text("壮语", "Zhuang")
    case .korean: Text("朝鲜语", "Korean")
    case .kazakh: Text("哈萨克语", "Kazakh")
    case .yi: Text("彝语", "Yi")
    case .english: Text("英语", "English")
    case .sign: Text("手语", "Sign language")
    }
  }

  /// 有助于沟通的语言 · Of the languages somebody speaks, those that may help the recipient: his own as it was recorded, and
  /// none beside Chinese. Where nothing was recorded the groups let it be guessed: a language of a people for a member of
  /// one, English for a foreigner, sign language for a disabled person, the dialect for an elderly one.
  package static func helping(
    _ recorded: RecipientLanguage?, or groups: [GroupCode], among spoken: [String]
  ) -> [SpokenLanguage] {
    spoken.compactMap(SpokenLanguage.init).filter { language in
      if let recorded { return recorded == .other(language) }
      return switch language {
      case .mongolian, .tibetan, .uyghur, .zhuang, .korean, .kazakh, .yi: groups.contains(.ethnicMinority)
      case .english: groups.contains(.foreigner)
      case .sign: groups.contains(.disabled)
      case .dialect: groups.contains(.elderly)
      }
    }
  }
}
