import Intake
import Kernel
import Localization
import Markup
import Web
import WorkCalendar

/// 案件侧栏 · Beside a case: the next deadline with its law, what is missing, the dossier.
struct CaseAside {
  let page: CasePage
  let language: Language

  var html: HTML {
    .fragment {
      if let clock = page.clocks.first { clockBox(box(clock), in: language) }
      if !missing.isEmpty {
        sheet(Text("到下一步还缺", "Missing for the next step"), in: language) { missingList(missing, in: language) }
      }
      if page.aidCase.state == .terminated, page.aidCase.unit == nil {
        sheet(Text("立卷材料", "Dossier"), in: language) { p { Refusal.nobodyHandsIn.message[language] } }
      }
      for panel in page.panels { panelSheet(panel, in: language) }
      if page.aidCase.closedOn != nil, page.principal.holds(.exportDossiers) {
        sheet(Text("卷宗", "Dossier"), in: language) {
          ul {
            li {
              a(.href(CasePaths.dossierPDF.path(page.aidCase.id))) {
                Text("装订本（PDF）", "Bound copy (PDF)")[language]
              }
            }
            li {
              a(.href(CasePaths.dossierZIP.path(page.aidCase.id))) {
                Text("导出包（ZIP）", "Export (ZIP)")[language]
              }
            }
          }
        }
      }
    }
  }

  private func box(_ clock: Deadline) -> ClockBox {
    let limit = CasesLimits.all.first { $0.key == clock.key }
    let variant = limit?.set(by: page.office, on: clock.startedOn).variant(clock.rules, on: clock.startedOn)
    let left = clock.dueOn.map { page.today.days(until: $0) }
    return ClockBox(
      due: clock.dueOn.map { Format.day($0, language) } ?? Text("暂停", "Paused")[language],
      what: limit?.name ?? .same(clock.key), remaining: left.map(Text.remaining) ?? Text("期限待定", "Not running"),
      basis: .each { language in
        let articles = (variant?.basis ?? []).map { $0.name[language] }
        return Format.list([variant?.limit.text[language] ?? ""] + articles, language)
      }, left.map { $0 < 0 ? .late : $0 <= 2 ? .soon : .plain } ?? .plain)
  }

  /// What stands between the case and its next step.
  private var missing: [MissingItem] {
    switch page.aidCase.state {
    case .opened: return [MissingItem(Text("指派承办单位和人员", "A unit and a person"), path: link(.assignToUnit))]
    case .assignedToUnit, .replacing:
      return [MissingItem(Text("单位安排承办人员", "The unit names a person"), path: link(.nameUndertaker))]
    case .assignedToPerson:
      return [MissingItem(Text("签字的委托协议和授权委托书", "The signed agreement"), path: link(.engage))]
    case .engaged: return [MissingItem(Text("首次会见笔录", "The first meeting record"), path: link(.record))]
    case .dossierReturned: return page.returns(in: language).open
    case .inProgress, .closed:
      let mayAdd = page.principal.holds(.handleCases)
      return page.standing.missing.filter { $0.code != "F21" || page.aidCase.state != .inProgress }.map {
        $0.missing(from: page.aidCase, mayAdd: mayAdd)
      }
    case .dossierSubmitted:
      return [MissingItem(Text("审查立卷材料", "The examination of the dossier"), path: link(.acceptDossier))]
    case .dossierAccepted: return [MissingItem(Text("归档", "The archiving"), path: link(.archive))]
    case .terminated where page.aidCase.closedOn == nil:
      let path = page.changes.isOpen(.terminationReceipt, for: page.principal) ? CasePaths.terminationReceipt : nil
      return [
        MissingItem(Text("登记收到终止公函", "The receipt of the termination"), path: path?.path(page.aidCase.id))
      ]
    case .terminated:
      return page.aidCase.owesDossier ? page.standing.missing.map { MissingItem($0.name) } : []
    case .archived: return []
    }
  }

  /// Only where the reader may take the step.
  private func link(_ step: CaseStep) -> String? {
    page.steps.contains(step) ? CasePaths.of(step).path(page.aidCase.id) : nil
  }
}
