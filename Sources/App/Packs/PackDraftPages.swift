import Intake
import Kernel
import Localization
import Markup
import Web
import WorkCalendar

/// 拟定规则包页 · Begins a pack: an empty one for a document, or one that there is already, to be changed.
struct StartPackPage {
  static let title = Text("拟定规则包", "Draw up a rule pack")
  static func base(_ offered: [Choice]) -> Field {
    Field(
      "base", Text("以已有的规则包为底稿", "Or begin with a pack that there is"), .select(offered),
      hint: Text("选了底稿，名称、依据和日期也照抄，下一步可以改。", "Its name, document and days come along and can be changed next."),
      required: false)
  }
  static let content = Field(
    "content", Text("或者按规则包文件的格式写出", "Or write it out as in a pack file"), .textarea(rows: 8),
    hint: Text("YAML格式；填写后以此为准。", "In YAML; it goes before the choices above."), required: false)

  let adopted: [AdoptedPack]
  let today: Day

  func body(_ request: WebRequest, _ state: FormState, in language: Language) -> HTML {
    .fragment {
      pageHead(
        Self.title[language],
        actions: [linkButton(Text("返回列表", "Back to the list"), to: PackRoutes.path, in: language)])
      if !state.formErrors.isEmpty { errorSummary(state.formErrors, in: language) }
      sheet(in: language) {
        postForm(request.path, state.tokens(), changed: state.isReturned, in: language) {
          for one in PackHead.fields {
            field(one, typed: state.values(one.name), errors: state.errors(one.name), in: language)
          }
          disclosure(
            Text("以已有的规则包或者文件为底稿", "Begin with a pack or a file"),
            open: !state.value("base").isEmpty || !state.value("content").isEmpty
              || !state.errors("content").isEmpty,
            in: language
          ) {
            field(
              Self.base(PackHead.offered(adopted)), state.value("base"), errors: state.errors("base"), in: language)
            field(Self.content, state.value("content"), errors: state.errors("content"), in: language)
          }
          submitButton(Text("下一步", "Next"), .main, in: language)
        }
      }
    }
  }
}

/// 规则包依据页 · Changes what a draft is called, its document and its days.
struct PackHeadPage {
  static let title = Text("修改名称、依据和日期", "Change name, document and days")
  let draft: PackDraft

  func body(_ request: WebRequest, _ state: FormState, in language: Language) -> HTML {
    let pack = draft.pack
    let told = [
      "name": pack.name, "document": pack.document, "from": "\(pack.from)", "to": pack.to.map { "\($0)" } ?? "",
    ]
    return .fragment {
      pageHead(
        Self.title[language],
        actions: [linkButton(PackDraftPage.back, to: PackDraftRoutes.path(draft.id), in: language)])
      if !state.formErrors.isEmpty { errorSummary(state.formErrors, in: language) }
      sheet(in: language) {
        postForm(request.path, state.tokens(version: draft.version), changed: state.isReturned, in: language) {
          for one in PackHead.fields {
            field(one, state.value(one.name, or: told[one.name]), errors: state.errors(one.name), in: language)
          }
          submitButton(Text("保存", "Save"), .main, in: language)
        }
      }
    }
  }
}

/// 条目页 · One entry of a draft: added, changed or taken away.
struct EntryPage {
  static let addTitle = Text("添加条目", "Add an entry")
  static let changeTitle = Text("修改条目", "Change an entry")
  static let remove = Text("删除这一条", "Take the entry away")

  let draft: PackDraft
  let kind: EntryKind
  /// Of the entry that is changed; nil: a new one.
  let index: Int?

  func body(_ request: WebRequest, _ state: FormState, in language: Language) -> HTML {
    let told = index.map { draft.pack.entries[$0].told } ?? [:]
    return .fragment {
      pageHead(
        kind.name[language], lead: .text(draft.pack.name),
        actions: [linkButton(PackDraftPage.back, to: PackDraftRoutes.path(draft.id), in: language)])
      if !state.formErrors.isEmpty { errorSummary(state.formErrors, in: language) }
      sheet(index == nil ? Self.addTitle : Self.changeTitle, in: language) {
        postForm(request.path, state.tokens(version: draft.version), changed: state.isReturned, in: language) {
          for one in kind.fields {
            Self.ask(one, state.values(one.name, or: told[one.name, default: []]), state, language)
          }
          submitButton(Text("保存", "Save"), .main, in: language)
        }
        if let index {
          actionForm(
            PackDraftRoutes.entryPath(draft.id, index) + "/remove", request.tokens(version: draft.version),
            Self.remove, in: language)
        }
      }
    }
  }

  /// Long lists of boxes stay folded until one of them is ticked.
  private static func ask(_ one: Field, _ typed: [String], _ state: FormState, _ language: Language) -> HTML {
    let errors = state.errors(one.name)
    guard case .checkboxes = one.kind else { return field(one, typed: typed, errors: errors, in: language) }
    return disclosure(one.label, open: !typed.isEmpty || !errors.isEmpty, in: language) {
      field(one, typed: typed, errors: errors, in: language)
    }
  }
}
