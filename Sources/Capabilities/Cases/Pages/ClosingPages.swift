import Intake
import Kernel
import Localization
import Markup
import Papers
import Registry
import Web
import WorkCalendar

/// 结案归档页 · The forms of the ending: closing, dossier, its examination, the archive.
enum ClosingPages {
  static func routes() -> [Route] {
    closing.routes() + dossier.routes() + dossierCheck.routes() + archive.routes()
  }

  private static let closing = StepPage(
    path: .closing, permission: .handleCases, title: Text("结案", "Close the case"),
    effect: Text(
      "将制作结案报告表；提交立卷材料的期限自结案日期起算。结案日期是收到法律文书或者达成协议的那一天。",
      "This makes the closing report; the time to hand in the dossier runs from the closing date, the day on which the instrument was received or the agreement reached."
    ), takesUploads: true,
    load: { found, services, reader in try DossierStanding.of(found, services, reader) },
    content: { found, standing, form in
      .fragment {
        DossierList.beforeClosing(standing, of: found, form.language)
        form(basisField(found))
        form(closedOn)
        form(resultField(found))
        form(outcome)
        form(recovered)
        form(instrument)
        form.submit(Text("结案", "Close"))
      }
    },
    send: { id, request in
      let (basis, day, result, text, money, upload) = try request.read { form in
        (
          form.requiredChoice("closingBasis", basisLabel, ClosingBasis.self),
          form.requiredDay("closedOn", closedOn.label, notAfter: request.today),
          form.requiredChoice("result", resultLabel, CaseResult.self),
          form.text("outcome", outcome.label, max: 2_000, isMultiline: true) ?? "",
          form.moneyFen("recovered", recovered.label), form.file("instrument", instrument.label, FileType.scans)
        )
      }
      try await request.run(
        CloseCase(
          aidCase: id, basis: basis, closedOn: day, result: result, outcome: text, recoveredFen: money,
          instrument: try await upload.stored(in: request.services)))
    })

  private static let dossier = StepPage(
    path: .dossier, permission: .handleCases, title: Text("提交卷宗", "Submit the dossier"),
    effect: Text("提交后卷宗由案件质量监督人员审查，审查期间不能改动。", "A quality supervisor examines it; meanwhile it cannot be changed."),
    load: { found, services, reader in
      (try DossierStanding.of(found, services, reader), try ReturnSlipTable.of(found.id, reader))
    },
    content: { found, known, form in
      let (standing, slips) = known
      return .fragment {
        if !slips.isEmpty {
          ReturnSlips(slips: slips, aidCase: found, mayMend: found.takesFiles, language: form.language).html
        }
        if let hindrance = SubmitDossier.hindrance(found) {
          notice(hindrance.message, .soon, in: form.language)
        } else {
          DossierList.html(standing, of: found, form.language)
          form.submit(Text("提交卷宗", "Submit"))
        }
      }
    },
    send: { id, request in try await request.run(SubmitDossier(aidCase: id)) })

  private static let dossierCheck = StepPage(
    path: .dossierCheck, permission: .checkDossiers, title: Text("审查卷宗", "Check the dossier"),
    effect: Text(
      "材料齐全、签名完整的，接收；有缺漏的，一次列明后退回。接收后卷宗不再改动。",
      "Accept it when complete and signed; otherwise return it with everything that is wrong. Once accepted it does not change."
    ),
    load: { found, services, reader in
      (try DossierStanding.of(found, services, reader), try ReturnSlipTable.of(found.id, reader))
    },
    content: { found, known, form in
      let (standing, slips) = known
      return .fragment {
        DossierList.html(standing, of: found, form.language)
        form.submit(Text("接收卷宗", "Accept the dossier"), name: "result", value: "accept")
        if !slips.isEmpty {
          ReturnSlips(slips: slips, aidCase: found, mayMend: false, language: form.language).html
        }
        form.many(wrongItems(standing))
        form(returnReason)
        disclosure(itemReasonsTitle, open: form.state.isReturned, in: form.language) {
          for item in standing.items { form(itemReason(item)) }
        }
        if !slips.isEmpty { form(addedBecause) }
        form.submit(Text("退回补正", "Return it"), name: "result", value: "return", .plain)
      }
    },
    send: { id, request in
      if request.fields["result"] == "accept" {
        try await request.run(AcceptDossier(aidCase: id))
      } else {
        try await request.run(try request.read { form in returnDossier(id, &form) })
      }
    })

  private static func returnDossier(_ id: CaseID, _ form: inout FieldReader) -> ReturnDossier {
    let items = form.fields.values("items")
    var reasons: [String: String] = [:]
    for code in Set(items.prefix(100)) {
      reasons[code] = form.text("why.\(code)", .same(code), max: 200)
    }
    return ReturnDossier(
      aidCase: id, items: items,
      reason: form.requiredText("reason", returnReason.label, max: 1_000, isMultiline: true), itemReasons: reasons,
      addedBecause: form.text("addedBecause", addedBecause.label, max: 500, isMultiline: true) ?? "")
  }

  private static let archive = StepPage(
    path: .archive, permission: .archiveCases, title: Text("归档", "Archive"),
    effect: Text(
      "归档后给出档案号，卷宗可以导出、装订。", "Archiving gives an archive number; the dossier can be exported and bound."),
    load: { found, _, reader in try ListEntryTable.words(.shelves, in: found.county, reader) },
    content: { found, shelves, form in
      .fragment {
        form(retention, or: found.retentionGround.retention.rawValue)
        form(retentionReason)
        form(shelf.offering(shelves))
        form(box)
        form.submit(Text("归档", "Archive"))
      }
    },
    send: { id, request in
      let action = try request.read { form in
        ArchiveCase(
          aidCase: id, retention: form.requiredChoice("retention", retention.label, RetentionClass.self),
          shelf: form.text("shelf", shelf.label, max: 40) ?? "", box: form.text("box", box.label, max: 40) ?? "",
          reason: form.text("reason", retentionReason.label, max: 300) ?? "")
      }
      try await request.run(action)
    })

  private static let resultLabel = Text("办理结果", "Result")
  private static let basisLabel = Text("结案依据", "Closing basis")
  private static let closedOn = Field("closedOn", Text("结案日期", "Closed on"), .date)
  private static let outcome = Field(
    "outcome", Text("结果说明", "Remark on the result"), .textarea(rows: 3),
    hint: Text("判决、裁决、协议的主要内容；选择“其他”的必须填写。", "The main terms of the instrument; needed where “other” is chosen."),
    required: false)
  private static let recovered = Field(
    "recovered", Text("挽回损失或者取得利益（元）", "Loss recovered or benefit gained (yuan)"), .money, required: false)
  private static let instrument = Field(
    "instrument", Text("结案法律文书、协议", "Instrument or agreement"),
    .file(accept: "application/pdf,image/*", multiple: false),
    required: false)
  private static let returnReason = Field(
    "reason", Text("退回理由", "Reason of the return"), .textarea(rows: 3), required: false)
  private static let retention = Field(
    "retention", Text("保管期限", "Retention"), .radios(RetentionClass.allCases.map { Choice($0.rawValue, $0.name) }),
    hint: Text(
      "涉及死刑、无期徒刑、未成年人、群体性和重大影响的，建议永久保管。",
      "Permanent is proposed for death or life sentences, minors, groups and cases of great effect."))

  private static let retentionReason = Field(
    "reason", Text("缩短保管期限的理由", "Reason for keeping it less long"),
    hint: Text("低于建议的保管期限时填写。", "Needed where it is less than proposed."), required: false)
  private static let shelf = Field(
    "shelf", Text("柜架", "Shelf"), hint: Text("例如3号柜2层。", "Such as cabinet 3, board 2."), required: false)
  private static let box = Field("box", Text("盒号", "Box"), required: false)

  private static func basisField(_ found: AidCase) -> Field {
    let allowed = ClosingRule.allowed(found.form, stage: found.stage)
    return Field("closingBasis", basisLabel, .select(allowed.map { Choice($0.rawValue, $0.name) }))
  }

  private static func resultField(_ found: AidCase) -> Field {
    let offered = CaseResult.offered(found.form, stage: found.stage)
    return Field("result", resultLabel, .select(offered.map { Choice($0.rawValue, $0.name) }))
  }

  private static let itemReasonsTitle = Text("逐项写明问题", "What is wrong with each item")
  private static let addedBecause = Field(
    "addedBecause", Text("增列材料的理由", "Why items are added"), .textarea(rows: 2),
    hint: Text(
      "以前的退回通知单没有列出、这次才列出的材料，必须写明理由。", "Needed for items that no earlier slip of this case named."),
    required: false)

  private static func itemReason(_ item: DossierItem) -> Field {
    Field("why.\(item.code)", item.name, required: false)
  }

  private static func wrongItems(_ standing: DossierStanding) -> Field {
    Field(
      "items", Text("需要补正的材料", "Items to be mended"),
      .checkboxes(standing.items.map { Choice($0.code, $0.name) }), required: false)
  }
}
