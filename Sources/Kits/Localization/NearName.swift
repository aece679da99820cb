import Synchronization

/// 相近姓名 · Near name: a name as it is compared with others that may be the same one written otherwise: 張小明 and 张晓明,
/// 宏达劳务有限公司 and 青禾县宏达劳务有限责任公司. Width, blanks and signs, traditional characters and an organisation's legal
/// form do not count; two names are near when they sound alike and differ in one character at most.
package struct NearName: Sendable, Hashable {
  /// 读音 · How it is read; what it is looked up by. Names of one sound are candidates, no more.
  package let sound: String
  /// An organisation, known by its legal form.
  package let isOrganisation: Bool
  private let written: String

  package init(_ name: String) {
    let plain = Self.simplified.withLock { $0.converted(name) }.lowercased().filter { $0.isLetter || $0.isNumber }
    self.init(
      written: Self.withoutLegalForm(plain), isOrganisation: Self.legalForms.contains(where: plain.hasSuffix))
  }

  private init(written: String, isOrganisation: Bool) {
    self.written = written
    self.isOrganisation = isOrganisation
    sound = written.filter(\.isASCII) + Pinyin.whole(written)
  }

  package func isNear(_ other: NearName) -> Bool {
    guard sound == other.sound, !sound.isEmpty, written.count == other.written.count else { return false }
    return zip(written, other.written).count { $0 != $1 } <= 1
  }

  /// 带不带地名 · The forms under which it may stand on record: an organisation of one of these places with the place before
  /// its name and without.
  package func forms(in places: [String]) -> [NearName] {
    guard isOrganisation else { return [self] }
    let place = places.filter { written.hasPrefix($0) && written != $0 }.max { $0.count < $1.count } ?? ""
    let bare = String(written.dropFirst(place.count))
    return ([""] + places).map { NearName(written: $0 + bare, isOrganisation: true) }
  }

  private static let legalForms = ["股份有限公司", "有限责任公司", "有限公司", "公司", "集团"]

  private static func withoutLegalForm(_ name: String) -> String {
    guard let form = legalForms.first(where: { name.hasSuffix($0) && name.count >= $0.count + 2 }) else {
      return name
    }
    return withoutLegalForm(String(name.dropLast(form.count)))
  }

  private static let simplified = Mutex(Transliterator("NFKC; Hant-Hans"))
}
