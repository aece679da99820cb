import Localization

/// 填写的文字 · What people type on the way from the counter to the archive.
struct Words: Sendable {
  let name: String
  let address: String
  let cause: String
  let opposing: String
  let facts: String
  let opinion: String
  let reason: String
  let record: String
  let court: String
  let place: String
  let outcome: String
  let file: String

  var all: [String] {
    [
      name, Format.mask(name: name), address, cause, opposing, facts, opinion, reason, record, court, place,
      outcome, file,
    ]
  }

  static let chinese = Words(
    name: "赵春兰", address: "河东镇柳湾村三组", cause: "追索劳动报酬", opposing: "青禾宏达建筑劳务有限公司",
    facts: "在被申请人承建的工地做工九个月，被拖欠工资，有考勤本和欠条。", opinion: "申请人、事项、经济状况均符合规定。",
    reason: "该所熟悉劳动争议，本年承办数量较少。", record: "告知权利义务和诉讼风险，核对考勤本和欠条。", court: "青禾县人民法院",
    place: "第三法庭", outcome: "判决被申请人支付拖欠的工资。", file: "扫描件")

  /// So that on an English page whatever is Chinese is ours, or the office's own name for something.
  static let latin = Words(
    name: "Zhao Chunlan", address: "Liuwan Village 3", cause: "Unpaid wages", opposing: "Hongda Labour Company",
    facts: "Nine months of work on a building site without pay.", opinion: "Person, matter and means all qualify.",
    reason: "The firm knows labour disputes.", record: "Rights, duties and risks were explained.",
    court: "County court", place: "Room 3", outcome: "The wages are to be paid.", file: "Scan")

  /// What somebody types who wants the page to run it.
  static let hostile = Words(
    name: mark("name"), address: mark("address"), cause: mark("cause"), opposing: mark("opposing"),
    facts: mark("facts"), opinion: mark("opinion"), reason: mark("reason"), record: mark("record"),
    court: mark("court"), place: mark("place"), outcome: mark("outcome"), file: "<b onclick=alert(1)>'&quot;")

  /// Ways out of a text, an attribute, an area of text, a template and an address, each with the mark `x7q`; signs that
  /// turn or hide what is read.
  static let script = Words(
    name: "\"><script>x7q</script>", address: "' onmouseover=x7q '", cause: "</textarea><x7q>",
    opposing: "\" onfocus=\"x7q\" autofocus=\"", facts: "{{x7q}} ${x7q} <%= x7q %> ]]><x7q/>",
    opinion: "<svg/onload=x7q>", reason: "javascript:x7q", record: "\u{202E}x7q\u{202C}\u{200B}\u{FEFF}<x7q>",
    court: "</title><x7q>", place: "<!--<x7q>-->", outcome: "&lt;x7q&gt;&#60;x7q&#62;", file: "\"><x7q>")

  /// What a spreadsheet would reckon with.
  static let formula = Words(
    name: "=1+1", address: "+1+1", cause: "-1+1", opposing: "@SUM(1)", facts: "=HYPERLINK(\"http://x7q\")",
    opinion: "＝1+1", reason: "＋1+1", record: "－1+1", court: "=cmd|' /C calc'!A0", place: "'=1+1",
    outcome: "＠SUM(1)", file: "=1+1")

  /// What stands in somebody else's records: each of it is known again by `othersMark` or the name.
  static let others = Words(
    name: "司徒秋白", address: "邻档村一组", cause: "邻档案由", opposing: "邻档公司", facts: "邻档事实。", opinion: "邻档意见。",
    reason: "邻档理由。", record: "邻档记录。", court: "邻档法院", place: "邻档法庭", outcome: "邻档结果。", file: "邻档")
  static let othersMark = "邻档"

  private static func mark(_ what: String) -> String {
    "</td><script>alert('\(what)')</script>'; DROP TABLE person --"
  }
}
