import Kernel
import Localization
import Markup
import Papers
import Web

/// 收案各栏 · The sections of the counter: applicant, household, matter, service, papers.
enum CounterSections {
  private typealias F = CounterFields

  static func html(_ view: CounterView, _ state: FormState, _ language: Language) -> HTML {
    let ask = Asker(view: view, state: state, language: language)
    return .fragment {
      applicant(ask)
      matter(ask)
      household(ask)
      papers(ask)
      service(ask)
    }
  }

  private static func applicant(_ ask: Asker) -> HTML {
    sheet(Text("申请人", "Applicant"), in: ask.language) {
      div(.class("grid2")) {
        ask(F.identityNumber)
        ask(F.name)
        ask(F.phone)
        ask(F.address)
        ask(F.township(ask.view.townships))
        ask(F.language)
      }
      disclosure(
        Text("人群类别", "Groups"), open: ask.isFilled("groups", "foreignerIsEntitled"), in: ask.language
      ) {
        ask.several(F.groups(ask.view.packs))
        ask(F.foreignerIsEntitled)
      }
      MilitaryFields.html(ask)
      disclosure(
        Text("由他人代为申请", "Somebody applies for the applicant"),
        open: ask.isFilled("relation", "representativeName", "representativeNumber", "representativePhone"),
        in: ask.language
      ) {
        div(.class("grid2")) {
          ask(F.relation)
          ask(F.representativeName)
          ask(F.representativeNumber)
          ask(F.representativePhone)
        }
      }
      ask.several(F.oral)
    }
  }

  private static func matter(_ ask: Asker) -> HTML {
    sheet(Text("事项", "Matter"), in: ask.language) {
      div(.class("grid2")) {
        ask(F.matter(ask.view.rules, on: ask.view.today, ask.view.packs))
        ask(F.causeSuggesting(ask.view.causes))
        ask(F.opposing)
        ask(F.opposingNumber)
        ask(F.track)
        ask(F.form)
        ask(F.stage)
        if ask.view.rules >= .rs2022 { ask(F.retrialOrdered) }
      }
      ask(F.facts)
      CriminalFields.html(ask)
      PetitionFields.html(ask)
    }
  }

  private static func household(_ ask: Asker) -> HTML {
    sheet(Text("经济状况", "Economic situation"), in: ask.language) {
      HouseholdFields.html(ask)
      disclosure(Text("免予审查的情形", "Exempt situations"), open: ask.isFilled("claims"), in: ask.language) {
        ask.several(F.claims(ask.view.rules, ask.view.packs))
        ask(F.proof)
      }
    }
  }

  private static func papers(_ ask: Asker) -> HTML {
    sheet(Text("材料", "Materials"), in: ask.language) {
      for one in ask.view.uploads { hiddenField(DraftUpload.shown, "\(one.id)") }
      if !ask.view.kept.isEmpty { field(kept(ask), typed: ask.view.keptTokens, in: ask.language) }
      div(.class("grid2")) {
        for item in CounterMaterials.items(ask.view.rules) { ask(file(item)) }
      }
      CounterPhone.button(CounterPhone.title, ask.language)
    }
  }

  private static func service(_ ask: Asker) -> HTML {
    sheet(Text("接待", "Service"), in: ask.language) {
      div(.class("grid2")) {
        ask(F.channel)
        ask(F.servedAt)
      }
    }
  }

  private static func file(_ item: CounterMaterials.Item) -> Field {
    Field(
      KeptUpload.prefix + item.code, item.name, .file(accept: "image/*,application/pdf", multiple: true),
      required: false)
  }

  /// What has arrived already; taking a tick away leaves the file out.
  private static func kept(_ ask: Asker) -> Field {
    let names = CounterMaterials.names(ask.view.rules)
    let choices = zip(ask.view.kept, ask.view.keptTokens).map { one, token in
      Choice(token, .same(one.file.name), hint: names[one.code])
    }
    return Field(
      KeptUpload.field, Text("已收到的文件", "Files received"), .checkboxes(choices),
      hint: Text("不需要重新选择；不要的去掉勾选", "No need to choose them again; untick what is not wanted"), required: false)
  }
}

/// 提问 · Asks a field with what stands in it and what is wrong with it.
struct Asker {
  let view: CounterView
  let state: FormState
  let language: Language

  func callAsFunction(_ asked: Field) -> HTML {
    field(asked, view.answers[asked.name], errors: state.errors(asked.name), in: language)
  }

  func several(_ asked: Field) -> HTML {
    field(asked, typed: view.answers.all(asked.name), errors: state.errors(asked.name), in: language)
  }

  /// Something stands or is wrong in one of them, so that it must not be folded away.
  func isFilled(_ names: String...) -> Bool { isFilled(names) }

  func isFilled(_ names: [String]) -> Bool {
    names.contains { !view.answers[$0].isEmpty || !state.errors($0).isEmpty }
  }
}
