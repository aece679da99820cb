import Kernel
import Localization
import Paper
import Storage
import WorkCalendar

@testable import Web

extension Parser {
  static let fields: [Parser] = [
    Parser(
      "identity number, phone", texts: ["32092519900307283X", "１３８１２３４５６７８", "+86 138-1234-5678", "0515-88886666"],
      words: ["X", "－", "０", "٣", "+86", " ", "\u{200B}"]
    ) { text in
      if case .success(let number) = IdentityNumber.read(text) {
        guard number.utf8.count == 18, IdentityNumber.birthday(of: number) != nil else { return "kept: \(number)" }
      }
      if let phone = PhoneNumber.read(text), !phone.utf8.allSatisfy(\.isDigit) { return "kept: \(phone)" }
      return nil
    },
    Parser(
      "day, instant",
      texts: ["2016年3月7日", "2016-03-07T14:30", "2016/3/7 08:00:59", "2016-03-07T15:04:05.123+08:00"],
      words: ["年", "月", "日", "-", "T", ":", "+14:00", "0000", "29"]
    ) { text in
      if let day = CivilTime.day(text), Day(day.description) != day { return "another day: \(day)" }
      if let instant = CivilTime.instant(text), Instant(instant.description) != instant {
        return "another: \(instant)"
      }
      if let moment = Moment(text), Moment(moment.description) != moment { return "another moment: \(moment)" }
      return nil
    },
    Parser(
      "money", texts: ["￥18,640.50元", "18640", "0.5", "99999999999.99"], words: [",", ".", "元", "￥", "-", "٣"]
    ) {
      guard let fen = Money.fen($0) else { return nil }
      return (0...9_999_999_999_999).contains(fen) ? nil : "\(fen) fen"
    },
    Parser(
      "search box", texts: ["岚援〔2016〕第12号", "zhao chunlan", "7K3MV-9QXPD", "欠薪 1.5万", "赵春兰"],
      words: ["*", "\"", "OR", "NEAR(", "^", "〔", "\u{301}", "𠮷", " ", "-"]
    ) { text in
      let wanted = SearchTerms.query(from: text)
      guard wanted.allSatisfy({ !$0.term.isEmpty && !$0.term.contains(where: \.isWhitespace) }) else {
        return "no term: \(wanted)"
      }
      let terms = Set(SearchTerms.make(from: text))
      guard wanted.isEmpty || text.contains("\"") || SearchTerms.confirms(text, in: text),
        terms.allSatisfy({ !$0.isEmpty })
      else { return "a text does not find itself" }
      _ = Pinyin.both(text)
      return ShortCode(text).map { ShortCode($0.description) != $0 } == true ? "another code" : nil
    },
    Parser(
      "form fields", texts: ["赵春兰", "a\r\nb", "\u{FEFF}x ", "12", "true", "0196f1c2-5b1a-7c3e-8d42-9e6f0a1b2c3d"],
      words: ["\u{0}", "\r", "\u{2028}", "\u{301}\u{301}\u{301}", "👨‍👩‍👧", "\u{202E}"]
    ) { text in
      let given = Fields([.init(name: Array("a".utf8), value: Array(text.utf8))])
      var reader = FieldReader(given)
      let label = Text("字段", "Field")
      let kept = reader.text("a", label, max: 20)
      _ = (reader.integer("a", label, in: 1...9), reader.moneyFen("a", label), reader.day("a", label))
      _ = (reader.instant("a", label), reader.phone("a", label), reader.identityNumber("a", label))
      _ = reader.id("a", label, of: Subject.self)
      return (kept?.count ?? 0) <= 20 ? nil : "longer than its limit"
    },
  ]
}
