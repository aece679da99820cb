import Kernel
import Localization
import Markup
import Storage
import Web
import WorkCalendar

/// 合并档案页 · Shows a record beside those that may be the same person, and makes two of them one; and takes that apart.
enum MergePages {
  static let title = Text("合并重复档案", "Merge duplicates")
  private static let undoing = Text("撤销合并", "Undo the merge")

  static func routes(_ links: [PersonLink]) -> [Route] {
    Route.form(
      PersonPaths.merge.pattern, .mergePersons, title,
      page: { request, state in try await html(request, state) },
      submit: { request in
        let shown: PersonID = try request.id()
        let (other, stays, why) = try request.read { form in
          (
            form.requiredID("with", with, of: Spine.Person.self),
            form.requiredChoice("keep", keep.label, Keep.self),
            form.requiredText("reason", reason.label, max: 500, isMultiline: true)
          )
        }
        let (gone, kept) = stays == .this ? (other, shown) : (shown, other)
        try await request.run(MergePersons(gone, into: kept, reason: why, links: links))
        return PersonPaths.page.path(kept)
      })
      + Route.form(
        PersonPaths.undoMerge.pattern, .mergePersons, undoing,
        page: { request, state in try await undoPage(request, state) },
        submit: { request in
          let kept: PersonID = try request.id()
          try await request.run(UndoMerge(of: kept, links: links))
          return PersonPaths.page.path(kept)
        })
  }

  /// On the page of a kept record: that it was merged, and the way back.
  static let panel = PanelSource(key: "registry.merge", on: "person", permission: .mergePersons) {
    reader, principal, subject in
    guard let (by, on) = try PersonMergeTable.made(into: PersonID(subject.id), in: principal.county, reader) else {
      return nil
    }
    return Panel(
      Text("档案合并", "Merged records"),
      [
        Panel.Line(Text("合并", "Merged"), Text("\(by) \(Format.day(on, .zh))", "\(by) \(Format.day(on, .en))")),
        Panel.Line(Text("办理", "Action"), undoing, path: PersonPaths.undoMerge.path(PersonID(subject.id))),
      ])
  }

  private enum Keep: String, CaseIterable { case this, other }

  private static func html(_ request: WebRequest, _ state: FormState) async throws -> HTML {
    let (language, principal, keys) = (request.language, try request.requirePrincipal(), request.services.keys)
    let whole = try await PersonRoutes.wholePerson(request)
    let others = try await request.services.database.read {
      try PersonMergeTable.candidates(for: whole, principal, keys, $0).map { $0.seen(by: principal) }
    }
    let person = whole.seen(by: principal)
    return shell(try await request.frame(), title: title[language]) {
      head(person, title, language)
      errorSummary(state.formErrors, in: language)
      if others.isEmpty {
        notice(
          Text("没有同名或者同一电话的其他档案。", "No other record has this name or this phone."), .plain, in: language)
      } else {
        halves {
          sheet(Text("本档案", "This record"), in: language) { facts(person.facts(language), in: language) }
        } and: {
          for other in others {
            sheet(Text("可能重复的档案", "May be the same"), in: language) { facts(other.facts(language), in: language) }
          }
        }
        form(request, state, others, language)
      }
    }
  }

  private static func form(
    _ request: WebRequest, _ state: FormState, _ others: [Person], _ language: Language
  ) -> HTML {
    let choices = others.enumerated().map { order, other in
      Choice(
        other.id.description, Text("第\(order + 1)份：\(other.name)", "No. \(order + 1): \(other.name)"),
        hint: other.identityNumber.map { .same(Format.mask(identityNumber: $0)) }
          ?? other.phone.map { .same(Format.mask(phone: $0)) })
    }
    return confirmation(
      Consequence(
        Text(
          "申请、案件、当事人和请求全部归到保留的档案，空缺的信息用另一份补上，保护标记两份都算；旧档案的网址转到保留的档案。",
          "Applications, cases, parties and requests go to the kept record, its blanks are filled from the other, the flags of both count; the old address leads to the kept record."
        ), whom: Text("两份档案确为同一个人", "Two records of one and the same person")[language],
        canBeUndone: true), in: language
    ) {
      postForm(request.path, state.tokens(), changed: state.isReturned, in: language) {
        field(
          Field("with", with, .radios(choices)),
          state.value("with", or: others.count == 1 ? others[0].id.description : nil), errors: state.errors("with"),
          in: language)
        field(keep, state.value("keep"), errors: state.errors("keep"), in: language)
        field(reason, state.value("reason"), errors: state.errors("reason"), in: language)
        submitButton(title, in: language)
      }
    }
  }

  private static func undoPage(_ request: WebRequest, _ state: FormState) async throws -> HTML {
    let (language, principal, keys) = (request.language, try request.requirePrincipal(), request.services.keys)
    let person = try await PersonRoutes.person(request)
    let found = try await request.services.database.read {
      try PersonMergeTable.last(into: person.id, in: principal.county, keys, $0)
    }
    guard let merge = found else { throw Refusal.notFound }
    return shell(try await request.frame(), title: undoing[language]) {
      head(person, undoing, language)
      errorSummary(state.formErrors, in: language)
      sheet(in: language) {
        facts(
          [
            Fact(Text("合并人", "Merged by"), merge.mergedBy),
            Fact(Text("合并日期", "Merged on"), Format.day(merge.mergedOn, language)),
            Fact(Text("理由", "Reason"), merge.reason),
          ], in: language)
        p(.class("soft")) {
          Text(
            "两份档案恢复成合并之前的样子。合并之后又有变化的，不能自动撤销。",
            "Both records become what they were before. Once the kept record has changed since, this is not possible."
          )[
            language]
        }
        postForm(request.path, state.tokens(), changed: state.isReturned, in: language) {
          submitButton(undoing, in: language)
        }
      }
    }
  }

  private static func head(_ person: Person, _ title: Text, _ language: Language) -> HTML {
    pageHead(
      title[language],
      crumbs: breadcrumbs(
        [Crumb(person.name, path: PersonPaths.page.path(person.id)), Crumb(title[language])], in: language))
  }

  private static let with = Text("与哪一份合并", "Which record to merge with")
  private static let keep = Field(
    "keep", Text("保留哪一份", "Which one is kept"),
    .radios([
      Choice(Keep.this.rawValue, Text("保留本档案", "Keep this record")),
      Choice(Keep.other.rawValue, Text("保留另一份", "Keep the other")),
    ]))
  private static let reason = Field(
    "reason", Text("认定同一人的理由", "Why they are the same"), .textarea(rows: 2),
    hint: Text("例如核对了户口簿、本人说明。", "For example: the household register was checked, the person said so."))
}
