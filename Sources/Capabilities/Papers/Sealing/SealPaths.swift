import Kernel
import Localization
import Markup
import Storage
import Web
import WorkCalendar

/// 印章的地址 · Addresses of a seal's pages, and what stands at their top.
enum SealPaths {
  static func seal(_ request: WebRequest) throws -> UUIDv7 {
    guard let seal = UUIDv7(request.value("id")) else { throw Refusal.notFound }
    return seal
  }

  static func impression(_ seal: UUIDv7) -> String { "/seals/\(seal)/impression" }
  static func certificate(_ seal: UUIDv7) -> String { "/seals/\(seal)/certificate" }
  static func affixing(_ seal: UUIDv7) -> String { "/seals/\(seal)/affixing" }
  static func sample(_ seal: UUIDv7) -> String { "/seals/\(seal)/sample" }

  static func head(_ title: Text, _ seal: SealRecord, _ language: Language) -> HTML {
    pageHead(
      title[language], lead: .text(seal.name),
      actions: [linkButton(Text("返回印章", "Back to the seals"), to: "/seals", in: language)])
  }

  static func notKeeper(_ language: Language) -> HTML {
    notice(
      Text("您不是本印章的保管人，只能查看。", "You do not keep this seal: you can only look."), .plain, in: language)
  }

  static func period(_ from: Day, _ to: Day, _ language: Language) -> String {
    Text("\(Format.day(from, .zh))至\(Format.day(to, .zh))", "\(Format.day(from, .en)) to \(Format.day(to, .en))")[
      language]
  }
}
