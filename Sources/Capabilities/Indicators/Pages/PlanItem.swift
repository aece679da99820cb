import Localization
import Markup
import Web

/// 要点任务 · Plan item: where one item of the plan stands, by its measures; one that no software serves says so.
struct PlanItem {
  let item: Plan.Item
  let page: PlanPage

  func row(_ language: Language) -> PlanRow {
    let (state, tone) = state
    return PlanRow(
      item.number, item.title, standing: standing(language), owner: item.owner, state: state, tone)
  }

  private var indicators: [Indicator] {
    item.measures.compactMap { key in IndicatorKind(rawValue: key).flatMap { page.report[$0] } }
  }

  private var counted: [Indicator] { indicators.filter { $0.numerator != nil } }
  private var servedBy: [Text] { page.served[item.number, default: []] }

  private var state: (Text, Tone) {
    if counted.contains(where: { $0.isMet == false }) { return (Text("未达到", "Behind"), .late) }
    if counted.contains(where: { $0.isMet == true }) { return (Text("已达到", "On target"), .good) }
    if !counted.isEmpty { return (Text("统计中", "Counted"), .plain) }
    return servedBy.isEmpty ? (Text("尚未建成", "Not built"), .plain) : (Text("已启用", "In use"), .good)
  }

  private func standing(_ language: Language) -> HTML {
    .fragment {
      for indicator in counted {
        p {
          a(.href(PlanPaths.measure(indicator.kind, page.question))) {
            "\(indicator.name[language]) \(indicator.shownWithUnit[language])"
          }
          Text("：", ": ")[language] + indicator.standing(page.question)[language]
        }
      }
      for indicator in indicators where indicator.numerator == nil {
        p { indicator.name[language] + Text("：", ": ")[language] + (indicator.reason?[language] ?? "") }
      }
      if indicators.isEmpty {
        p {
          servedBy.isEmpty
            ? Text("本项任务的软件功能还没有建成。", "The software for this item is not built yet.")[language]
            : Text("办理功能：", "Served by: ")[language] + Text.list(servedBy)[language]
        }
      }
    }
  }
}
