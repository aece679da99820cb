import Kernel
import Localization
import Markup
import Registry
import Web
import WorkCalendar

/// 自我检查页 · Self-check page: the six questions, and below them the answer with its articles and the papers to bring.
struct SelfCheckPage {
  static let title = Text("援助条件自查", "Self-check")

  let yardstick: Yardstick
  let today: Day
  let check: SelfCheck?
  /// Whoever may register opens the counter with the answers.
  let mayRegister: Bool

  func body(_ request: WebRequest, _ state: FormState, in language: Language) -> HTML {
    .fragment {
      pageHead(
        Self.title[language],
        lead: .text(
          Text(
            "回答六个问题，看看大致是否符合条件。不问姓名和证件，不保存任何内容，也不是决定。",
            "Six questions show whether one is likely to qualify. No name or number is asked, nothing is kept, and it decides nothing."
          )[language]))
      if !state.formErrors.isEmpty { errorSummary(state.formErrors, in: language) }
      if let check { answer(check, request, state, language) }
      sheet(in: language) {
        postForm(SelfCheckRoutes.path, state.tokens(), changed: state.isReturned, in: language) {
          questions(state, language)
          submitButton(Text("看看结果", "See the answer"), .main, in: language)
        }
      }
    }
  }

  private func questions(_ state: FormState, _ language: Language) -> HTML {
    let (rules, packs, line) = (yardstick.rules, yardstick.packs, yardstick.line(on: today))
    func ask(_ one: Field) -> HTML {
      field(one, typed: state.values(one.name), errors: state.errors(one.name), in: language)
    }
    return .fragment {
      ask(SelfCheckFields.matter(rules, on: today, packs))
      ask(SelfCheckFields.place)
      ask(SelfCheckFields.who)
      ask(SelfCheckFields.income(line))
      div(.class("grid2")) {
        ask(SelfCheckFields.members)
        ask(HouseholdFields.months(line))
        ask(SelfCheckFields.own)
      }
      ask(SelfCheckFields.groups)
      disclosure(
        Text("持有这些证明的，可能不用审查经济状况", "With one of these proofs hardship may not be tested"),
        open: !state.values("claims").isEmpty || !state.errors("claims").isEmpty, in: language
      ) { ask(CounterFields.claims(rules, packs)) }
      ask(SelfCheckFields.side)
    }
  }

  private func answer(
    _ check: SelfCheck, _ request: WebRequest, _ state: FormState, _ language: Language
  ) -> HTML {
    .fragment {
      verdict(check.words, id: "verdict", in: language)
      if check.place != .here { notice(Self.elsewhere(yardstick.rules), .soon, in: language) }
      sheet(Text("来申请时带上", "Bring these along"), in: language) {
        ul(.class("bare")) {
          for item in check.papers {
            li {
              item.name[language]
              div(.class("hint")) { item.why[language] }
              div(.class("hint")) { Text.list(item.basis.map(\.name))[language] }
            }
          }
        }
        if mayRegister { toCounter(request, state, language) }
      }
    }
  }

  /// The answers as they were sent, to be read again.
  private func toCounter(_ request: WebRequest, _ state: FormState, _ language: Language) -> HTML {
    postForm(SelfCheckRoutes.counterPath, state.tokens(), in: language) {
      for name in request.fields.names.sorted() where !["csrf", "token", "version"].contains(name) {
        for value in request.fields.values(name) { hiddenField(name, value) }
      }
      submitButton(Text("带到收案台登记", "Take it to the counter"), in: language)
    }
  }

  private static func elsewhere(_ rules: RuleSet) -> Text {
    let basis = (rules < .rs2022 ? LegalBasis.r03("14") : .lal("38")).name
    return Text(
      "应当向处理这件事的机关所在地、争议发生地的法律援助机构申请；不清楚的，工作站也可以收下材料代为转交（\(basis.zh)）。",
      "Apply to the centre of the place where the matter is dealt with; if unsure, any station takes the papers and passes them on (\(basis.en))."
    )
  }
}

extension SelfCheck {
  var words: Verdict {
    let (headline, note): (Text, Text) =
      switch outcome {
      case .likely:
        (
          Text("很可能符合条件", "Likely to qualify"),
          Text("请带上材料申请，由中心审查决定。", "Bring the papers and apply; the centre decides.")
        )
      case .showHardship:
        (
          Text("属于援助事项，还要说明经济困难", "In scope; hardship must be shown"),
          Text("填写收入再看结果，或者申请时说明。", "Fill in the income and look again, or show it when applying.")
        )
      case .overTheLine:
        (
          Text("按所填收入超过标准", "Over the line, as told"),
          Text(
            "收入填写有误、持有免审证明的，请改正再看；仍可以咨询和申请。",
            "Correct the income or tick a proof and look again; one may still ask and apply.")
        )
      case .outOfScope:
        (
          Text("不在援助范围", "Not in scope"),
          Text("可以来咨询，咨询不审查经济状况。", "Consultation is open to everybody, without any test.")
        )
      case .askUs: (Text("请来问一问", "Ask us"), Text("要人工判断。", "This needs somebody to judge."))
      }
    return VerdictWords.told(headline, verdict, note: note)
  }
}
