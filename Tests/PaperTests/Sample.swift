import Paper
import Testing

/// Papers and seals to test with.
enum Sample {
  static let centre = "岚山县法律援助中心"
  /// 2016-03-07 09:30 in Beijing.
  static let morning: Int64 = 1_457_314_200
  static let validity = Validity(from: 1_325_376_000, to: 1_640_995_200)

  static func decision(_ blocks: [Block]? = nil) throws -> PaperContent {
    let text = "你于2016年2月29日向本中心提出的劳动报酬纠纷一案法律援助申请，经审查，符合法律援助条件，现决定给予法律援助。"
    return PaperContent(
      head: .black(centre), title: "给予法律援助决定书", number: "岚援决字〔2016〕第12号", addressee: "王秀兰",
      blocks: blocks ?? [.paragraph(text)],
      closing: Closing(agency: centre, date: "2016年3月7日", seal: Seal(agency: centre, serial: "3715220001234")),
      footer: try footer("F09 给予法律援助决定书"), createdAt: morning)
  }

  static func footer(_ form: String) throws -> Footer {
    let code = try #require(ShortCode(random: [7, 77, 177, 27, 127, 227]))
    let url = "https://flyz.example.gov.cn/v/\(code.characters)"
    return Footer(form: form, formSet: "FORM13", verification: Verification(code: code, url: url))
  }

  static func authority() throws -> CertificateAuthority {
    try CertificateAuthority(
      subject: DistinguishedName(organization: "岚山县司法局", commonName: "岚山县电子印章根证书"), validity: validity)
  }

  static let sealName = DistinguishedName(organization: centre, commonName: "岚山县法律援助中心电子印章")
  static let facts = SignatureFacts(
    name: centre, reason: "给予法律援助决定书 岚援决字〔2016〕第12号", location: "岚山县", signedAt: morning)

  /// A sealed decision with the root that it is trusted by.
  static func sealed() async throws -> (bytes: [UInt8], root: Certificate) {
    let authority = try authority()
    let seal = try authority.issueSeal(subject: sealName, validity: validity)
    let drawn = try await PaperPress().render(decision())
    return (try PDFSigner.sign(drawn, as: seal, facts: facts), authority.certificate)
  }
}
