/// 段 · One part of a paper's body, from top to bottom.
package enum Block: Sendable, Hashable, Codable {
  /// A paragraph whose first line is indented by two characters.
  case paragraph(String)
  /// A line without indent, such as 特此通知 at the margin or a centred remark.
  case line(String, Alignment = .start)
  /// 小标题 · A bold line that stays with what follows it.
  case heading(String)
  /// 一、二、三 would be typed by hand; these are numbered 1．2．3．, each item a paragraph of its own.
  case list([String])
  case table(FieldTable)
  /// 附注 · Small print below the body.
  case note(String)
  /// 签名行 · Lines a person signs, by hand or on the screen: 申请人（签名）.
  case signatures([SignatureLine])
}

package enum Alignment: Sendable, Hashable, Codable {
  case start, centre, end
}
