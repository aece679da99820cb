import Consultations
import Localization
import Markup
import Web
import WorkCalendar

/// 即时判断 · Counter aside: what the rules say so far, which papers are asked for, and what the office already knows of the
/// person and the opposing party. Answered anew while one types.
enum CounterAside {
  static let id = "answer"

  static func html(_ view: CounterView, _ language: Language) -> HTML {
    div(.id(id)) {
      CounterPhone.arrived(view, language)
      if let identity = view.identity {
        sheet(Text("由证件得出", "From the identity number"), in: language) {
          p { identity.summary(on: view.today)[language] }
        }
      }
      if view.answers["matter"].isEmpty {
        notice(
          Text(
            "选定事项并填写经济状况后，这里即时显示初步判断及依据。",
            "Choose the matter and tell the income: the verdict so far appears here, with its law."),
          .plain, in: language)
      } else {
        verdict(
          VerdictWords.proposal(view.verdict, note: Text("供参考，由中心审查决定。", "For orientation: the centre decides.")),
          id: "verdict", in: language)
      }
      CounterConflicts.warning(view.conflicts, language)
      checklist(view, language)
      consultations(view, language)
      applications(Text("此人以前的申请", "Earlier applications"), view.earlier, language)
      CounterConflicts.history(view.conflicts, language)
    }
  }

  private static func checklist(_ view: CounterView, _ language: Language) -> HTML {
    let arrived = Set(view.kept.map(\.code))
    return sheet(Text("应交材料", "Materials asked for"), in: language) {
      ul(.class("bare")) {
        for item in view.checklist {
          li {
            item.name[language]
            " "
            if arrived.contains(item.code) {
              tag(Text("已收", "Received")[language], .good)
            } else {
              tag(Text("未收", "Not yet")[language])
            }
            div(.class("hint")) { item.why[language] }
          }
        }
      }
    }
  }

  private static func consultations(_ view: CounterView, _ language: Language) -> HTML {
    guard !view.consultations.isEmpty else { return .empty }
    return sheet(Text("此人以前的咨询", "Earlier consultations"), in: language) {
      ul(.class("bare")) {
        for one in view.consultations {
          li {
            a(.href("/consultations/\(one.id)")) { one.cause }
            " "
            span(.class("soft small")) { "\(Format.day(one.servedAt.day, language)) \(one.state.name[language])" }
          }
        }
      }
    }
  }

  private static func applications(_ title: Text, _ found: [Application], _ language: Language) -> HTML {
    guard !found.isEmpty else { return .empty }
    return sheet(title, in: language) {
      ul(.class("bare")) {
        for one in found {
          li {
            a(.href(ApplicationPaths.page(one.id))) { one.cause }
            " "
            span(.class("soft small")) { "\(Format.day(one.receivedOn, language)) \(one.state.name[language])" }
          }
        }
      }
    }
  }
}
