import Localization
import Paper
import WorkCalendar

/// 样张 · Sample paper: shows where a seal stands, how large and in which colour. It is no paper: without number, without
/// signature.
enum SealSample {
  static func render(agency: String, impression: [UInt8]?, on day: Day) async throws -> [UInt8] {
    let text = "本页供查看印章的位置、大小和颜色，不是文书，没有文号，没有电子签名，不得使用。印章应当端正、清晰，压住单位名称和日期，不遮挡正文。"
    let content = PaperContent(
      head: .black(agency), title: "用印样张", blocks: [.paragraph(text), .paragraph(text)],
      closing: Closing(
        agency: agency, date: Format.day(day, .zh), seal: Seal(agency: agency, image: impression)),
      footer: Footer(form: "样张", formSet: "不作为文书使用"), createdAt: Instant(day).milliseconds / 1000)
    return try await Presses.shared.get().render(content)
  }
}
