/// 文书内容 · The content of one paper: everything that is printed, and nothing else, so that the same value
/// gives the same bytes.
///
/// Texts are Chinese and already formatted; the kit knows no case, no form and no clock.
package struct PaperContent: Sendable, Hashable, Codable {
  package var head: Letterhead
  package var title: String
  /// 发文字号, such as 岚援决字〔2016〕第12号.
  package var number: String?
  /// 主送 · The addressee, without the colon that follows it on the paper.
  package var addressee: String?
  package var blocks: [Block]
  package var closing: Closing?
  package var footer: Footer
  /// Seconds since 1970 (UTC): the creation date written into the file.
  package var createdAt: Int64

  package init(
    head: Letterhead, title: String, number: String? = nil, addressee: String? = nil, blocks: [Block],
    closing: Closing? = nil, footer: Footer, createdAt: Int64
  ) {
    self.head = head
    self.title = title
    self.number = number
    self.addressee = addressee
    self.blocks = blocks
    self.closing = closing
    self.footer = footer
    self.createdAt = createdAt
  }
}

/// 版头 · How the agency's name stands at the top of the first page.
package enum Letterhead: Sendable, Hashable, Codable {
  /// 红头 · A red agency name above a red rule, as on an official letter (公函).
  case red(String)
  /// The agency's name in black above the title, as on decisions and receipts.
  case black(String)
  case none
}

/// 落款 · The closing: the agency's name, the Chinese date below it, and the seal over both (骑年盖月).
package struct Closing: Sendable, Hashable, Codable {
  package var agency: String
  /// 2016年3月7日
  package var date: String
  package var seal: Seal?

  package init(agency: String, date: String, seal: Seal? = nil) {
    self.agency = agency
    self.date = date
    self.seal = seal
  }
}

/// 版记 · The foot of every page: which form of which set this is, and where to check that it is genuine.
package struct Footer: Sendable, Hashable, Codable {
  /// F09 给予法律援助决定书
  package var form: String
  /// FORM23
  package var formSet: String
  package var verification: Verification?

  package init(form: String, formSet: String, verification: Verification? = nil) {
    self.form = form
    self.formSet = formSet
    self.verification = verification
  }
}

/// 验证信息 · Where a reader checks the paper: the short code and the address that the QR code leads to.
package struct Verification: Sendable, Hashable, Codable {
  package var code: ShortCode
  package var url: String

  package init(code: ShortCode, url: String) {
    self.code = code
    self.url = url
  }
}
