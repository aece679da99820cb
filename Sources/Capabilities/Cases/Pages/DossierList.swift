import Kernel
import Localization
import Markup
import Web

/// 卷宗目录 · The dossier's list: what is missing first, with the place to add it, then everything it is to hold.
enum DossierList {
  static func html(_ standing: DossierStanding, of found: AidCase, _ language: Language) -> HTML {
    .fragment {
      if !standing.missing.isEmpty {
        h2 { Text("还缺", "Still missing")[language] }
        missing(standing.missing, of: found, language)
      }
      dataTable(
        DataTable(
          Text("卷宗目录", "Dossier"),
          columns: [
            Column(Text("序号", "No."), number: true), Column(Text("材料", "Item")), Column(Text("分卷", "Volume")),
            Column(Text("来源", "Source")), Column(Text("条件", "Condition")), Column(Text("状态", "State")),
          ],
          rows: standing.items.enumerated().map { index, item in
            TableRow([
              .text(String(index + 1)), .text(item.name[language]), .text(item.volume.name[language]),
              .text(item.source.name[language]), .text(condition(item, of: found).name[language]),
              mark(item, standing, language),
            ])
          }, empty: Text("没有要求的材料。", "Nothing is asked for.")), in: language)
    }
  }

  /// Said while there is time: after the closing nothing more is recorded, only uploaded.
  static func beforeClosing(_ standing: DossierStanding, of found: AidCase, _ language: Language) -> HTML {
    let items = standing.missingBesideClosing
    guard !items.isEmpty else { return .empty }
    return .fragment {
      notice(
        Text(
          "卷宗还缺下列材料。结案以后不能再登记承办记录，请先登记或者上传。",
          "The dossier still lacks what follows. Once the case is closed nothing more is recorded: record or upload it first."
        ), .soon, in: language)
      missing(items, of: found, language)
    }
  }

  private static func missing(_ items: [DossierItem], of found: AidCase, _ language: Language) -> HTML {
    missingList(items.map { $0.missing(from: found) }, in: language)
  }

  /// Of a terminated case only the decision is asked for; what else was made goes in.
  private static func condition(_ item: DossierItem, of found: AidCase) -> DossierItem.Requirement {
    found.ended == .terminated && item.requirement != .whenTerminated ? .whenMade : item.requirement
  }

  private static func mark(_ item: DossierItem, _ standing: DossierStanding, _ language: Language) -> HTML {
    standing.given.contains(item.code)
      ? tag(Text("已有", "There")[language], .good) : tag(Text("缺少", "Missing")[language], .late)
  }
}

extension DossierItem {
  /// As a missing item, with the page that adds it: while the case is handled a meeting and a progress notice are recorded,
  /// which makes their paper to sign; all else is uploaded.
  func missing(from aidCase: AidCase, mayAdd: Bool = true) -> MissingItem {
    let recorded: [String?: HandlingKind] = ["MEETING": .meeting, "F14": .progress]
    let isHandled = [CaseState.engaged, .inProgress].contains(aidCase.state)
    let path =
      if isHandled, let kind = recorded[signedForm] {
        CasePaths.records.path(aidCase.id) + "?kind=\(kind.rawValue)"
      } else {
        CasePaths.files.path(aidCase.id) + "?item=\(code)"
      }
    return MissingItem(
      name, path: mayAdd && aidCase.takesFiles ? path : nil, note: isSigned ? Text("须签名", "To be signed") : nil)
  }
}
