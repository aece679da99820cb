import Kernel
import Paper
import Papers
import Storage

/// 演示扫描件 · One page that stands for every scan of a demo; stored once, because equal content is one file.
enum DemoScan {
  static func store(_ office: Office) async throws -> StoredUpload {
    let page = try await PaperPress().render(
      PaperContent(
        head: .none, title: "演示扫描件", blocks: [.paragraph("这一页代替当事人提交的材料，仅用于演示。")],
        footer: Footer(form: "演示", formSet: "演示"), createdAt: 0))
    let blob = try await office.services.files.put(page)
    return StoredUpload(
      sha256: blob.hash.description, size: Int(blob.size), mediaType: "application/pdf", name: "演示扫描件.pdf")
  }
}
