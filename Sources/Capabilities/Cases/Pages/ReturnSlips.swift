import Kernel
import Localization
import Markup
import Web
import WorkCalendar

/// 退回情况 · Dossier returns: each slip with what it asked for, the latest first, and the place to add it.
struct ReturnSlips {
  let slips: [ReturnSlip]
  let aidCase: AidCase
  /// Whether the reader may add what is asked for.
  let mayMend: Bool
  let language: Language

  var html: HTML {
    .fragment {
      for (index, slip) in slips.enumerated().reversed() {
        h3 {
          Text(
            "第\(index + 1)次退回，\(Format.day(slip.returnedOn, .zh))",
            "Return \(index + 1), \(Format.day(slip.returnedOn, .en))")[
              language]
        }
        p { "\(slip.reason)（\(slip.returnedBy)）" }
        missingList(items(of: slip, isOpen: index == slips.count - 1 && mayMend), in: language)
        if let added = slip.addedBecause {
          p(.class("soft")) { Text("增列理由：\(added)", "Added because: \(added)")[language] }
        }
      }
    }
  }

  /// The latest slip's items as what the next step needs.
  var open: [MissingItem] { slips.last.map { items(of: $0, isOpen: mayMend) } ?? [] }

  private func items(of slip: ReturnSlip, isOpen: Bool) -> [MissingItem] {
    slip.lines.map { line in
      MissingItem(
        aidCase.checklist.first { $0.code == line.item }?.name ?? .same(line.item),
        path: isOpen ? CasePaths.files.path(aidCase.id) + "?item=\(line.item)" : nil,
        note: line.reason.isEmpty ? nil : .same(line.reason))
    }
  }
}
