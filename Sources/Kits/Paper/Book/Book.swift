/// 卷宗 · A bound volume: cover, index, the parts with a running page number, and the remark sheet.
package struct Book: Sendable {
  package var cover: PaperContent
  package var indexTitle: String
  package var parts: [BookPart]
  /// 备考表 · Papers behind the parts, outside the page numbers, made once the number of pages is known.
  package var end: @Sendable (_ pages: Int) -> [PaperContent]

  package init(
    cover: PaperContent, indexTitle: String = "卷内文件目录", parts: [BookPart],
    end: @escaping @Sendable (_ pages: Int) -> [PaperContent] = { _ in [] }
  ) {
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
  /// 分卷 · The volume that begins with this part, where another was before; a heading in the index.
  package var volume: String
  package var content: BookContent

  package init(
    title: String, number: String = "", date: String = "", remark: String = "", volume: String = "",
    content: BookContent
  ) {
    self.title = title
    self.number = number
    self.date = date
    self.remark = remark
    self.volume = volume
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
