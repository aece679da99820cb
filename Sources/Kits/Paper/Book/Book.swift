/// 卷宗 · A bound volume: cover, index, the parts with a running page number, and the remark sheet.
package struct Book: Sendable {
  package var cover: PaperContent
  package var indexTitle: String
  package var parts: [BookPart]
  /// 备考表 · Papers behind the parts, outside the page numbers.
  package var end: [PaperContent]

  package init(cover: PaperContent, indexTitle: String = "卷内文件目录", parts: [BookPart], end: [PaperContent] = []) {
    self.cover = cover
    self.indexTitle = indexTitle
    self.parts = parts
    self.end = end
  }
}

/// 卷内文件 · One document of a volume, with what the index says of it.
package struct BookPart: Sendable {
  package var title: String
  package var number: String
  package var date: String
  package var remark: String
  package var content: BookContent

  package init(title: String, number: String = "", date: String = "", remark: String = "", content: BookContent) {
    self.title = title
    self.number = number
    self.date = date
    self.remark = remark
    self.content = content
  }
}

package enum BookContent: Sendable {
  /// Any PDF that can be read without a password; its pages are taken over as they are.
  case pdf([UInt8])
  /// A PNG or JPEG picture, set on one A4 page.
  case image([UInt8])
  case paper(PaperContent)
}
