import Intake
import Kernel
import Localization
import Markup
import Papers
import Registry
import Web
import WorkCalendar

/// 承办页 · The forms of handling: agreement, records, hearings, files.
enum HandlingPages {
  static func routes() -> [Route] {
    engagement.routes() + records.routes() + hearings.routes() + files.routes()
  }

  private static let engagement = StepPage(
    path: .engagement, permission: .handleCases, title: Text("签订协议", "Sign the agreement"),
    effect: Text(
      "打印委托协议和授权委托书，由受援人和单位签字盖章，扫描或者拍照后上传；协议也可以在屏幕上签名。",
      "Print the agreement and power of attorney, have recipient and unit sign them, and upload the scan; the agreement may be signed on the screen instead."
    ),
    takesUploads: true,
    load: { found, _, reader in try EngagementAgreement.of(found, reader) },
    content: { found, made, form in
      .fragment {
        if let made, made.isSigned(CasesForms.all) {
          notice(
            Text(
              "委托协议已由各方在屏幕上签名，不用再上传。法院要求的授权委托书仍在纸上签名，可以一并上传。",
              "All have signed the agreement on the screen: no upload is needed. The power of attorney a court asks for is signed on paper and may be uploaded with it."
            ), in: form.language)
        } else if let made, made.isOpenToSigning(CasesForms.all), form.principal.holds(.takeSignatures) {
          p { a(.href(made.signingPath)) { Text("在屏幕上签委托协议", "Sign the agreement on the screen")[form.language] } }
        }
        form(engagedOn)
        form(found.track.isNotified || made?.isSigned(CasesForms.all) == true ? agreement.optional : agreement)
        if found.track.isNotified { form(statement) }
        linkButton(AgreementPage.page.title, to: CasePaths.agreement.path(found.id), in: form.language)
        form.submit(Text("确认已签订", "Confirm the signing"))
      }
    },
    send: { id, request in
      let (day, told, upload) = try request.read { form in
        (
          form.requiredDay("engagedOn", engagedOn.label, notAfter: request.today),
          form.text("statement", statement.label, max: 500, isMultiline: true) ?? "",
          form.file("agreement", agreement.label, FileType.scans)
        )
      }
      try await request.run(
        EngageRecipient(
          aidCase: id, engagedOn: day, agreement: try await upload.stored(in: request.services), statement: told))
    })

  private static let records = StepPage(
    path: .records, permission: .handleCases, title: Text("登记承办记录", "Add a handling record"),
    effect: Text(
      "每做一件事登记一次；首次会见后，案件进入办理中。登记会见、通报时自动制作笔录和记录，可以当场在屏幕上签名。",
      "One entry for each thing done; the first meeting begins the handling. A meeting and what is told make their own record, which can be signed on the screen at once."
    ),
    takesUploads: true,
    load: { found, _, reader in try ListEntryTable.words(.meetingPlaces, in: found.county, reader) },
    content: { found, places, form in
      .fragment {
        form(kind, or: HandlingKind(rawValue: form.query["kind"])?.rawValue)
        form(doneOn, or: form.today.description)
        form(metAt.offering(places))
        form(present, or: [found.recipientName, found.undertakerNames].joined(separator: "、"))
        form.many(told)
        form(content)
        form(file)
        form.submit(Text("登记", "Add"))
      }
    },
    submit: { id, request in
      let (record, upload) = try request.read { form in
        let chosen = form.requiredChoice("kind", kind.label, among: HandlingKind.offered.map(\.rawValue))
        let record = AddHandlingRecord(
          aidCase: id, kind: HandlingKind(rawValue: chosen) ?? .other,
          doneOn: form.requiredDay("doneOn", doneOn.label, notAfter: request.today),
          content: form.requiredText("content", content.label, max: 4_000, isMultiline: true),
          told: Set(form.choices("told", told.label, MeetingDuty.self)),
          place: form.text("place", metAt.label, max: 200) ?? "",
          present: form.text("present", present.label, max: 200) ?? "")
        return (record, form.file("file", file.label))
      }
      let made = try await request.run(record.with(upload.stored(in: request.services)))
      return made.paper.map { "/papers/\($0)/signature" } ?? CasePaths.page.path(id)
    })

  private static let hearings = StepPage(
    path: .hearings, permission: .handleCases, title: Text("登记开庭", "Add a hearing"),
    effect: Text(
      "登记后，开庭会出现在日历和待办中；开庭以后请确认已开庭。", "The hearing shows in calendars and work lists; confirm it afterwards."),
    load: { found, _, reader in try ListEntryTable.words(.organs, in: found.county, reader) },
    content: { _, organs, form in
      .fragment {
        form(heldOn)
        form(startsAt)
        form(court.offering(organs))
        form(place)
        form.submit(Text("登记", "Add"))
      }
    },
    send: { id, request in
      let action = try request.read { form in
        let time = form.timeOfDay("startsAt", startsAt.label)
        return AddHearing(
          aidCase: id, heldOn: form.requiredDay("heldOn", heldOn.label), startsAt: time,
          court: form.requiredText("court", court.label, max: 100),
          place: form.text("place", place.label, max: 200) ?? "")
      }
      try await request.run(action)
    })

  private static let files = StepPage(
    path: .files, permission: .handleCases, title: Text("上传卷宗材料", "Add files to the dossier"),
    effect: Text("一次上传一份材料，归入卷宗目录中的一项。", "One file at a time, under one item of the dossier's list."),
    takesUploads: true,
    load: { found, services, reader -> [String] in
      try DossierStanding.of(found, services, reader).missing.map { $0.code }
    },
    content: { found, missing, form in
      .fragment {
        form(item(found.checklist), or: asked(form, found) ?? missing.first)
        form(dossierFile)
        form.submit(Text("上传", "Upload"))
      }
    },
    send: { id, request in
      let (code, upload) = try request.read { form in
        (form.requiredText("item", itemLabel, max: 40), form.requiredFile("file", dossierFile.label))
      }
      guard let stored = try await upload.stored(in: request.services) else { return }
      try await request.run(UploadToCase(aidCase: id, item: code, file: stored))
    })

  private static let engagedOn = Field("engagedOn", Text("签订日期", "Signed on"), .date)
  private static let agreement = Field(
    "agreement", Text("签字盖章的协议和授权委托书", "Signed agreement and power of attorney"),
    .file(accept: "application/pdf,image/*", multiple: false))
  private static let statement = Field(
    "statement", Text("受援人同意的情况说明", "How the recipient consented"), .textarea(rows: 2), required: false)
  private static let kind = Field(
    "kind", Text("类别", "Kind"), .select(HandlingKind.offered.map { Choice($0.rawValue, $0.name) }))
  private static let doneOn = Field("doneOn", Text("办理日期", "Done on"), .date)
  private static let content = Field("content", Text("内容", "What was done"), .textarea(rows: 5))
  private static let told = Field(
    "told", Text("首次约见已告知", "Told at the first meeting"),
    .checkboxes(MeetingDuty.allCases.map { Choice($0.rawValue, $0.name) }), required: false)
  private static let file = Field(
    "file", Text("材料", "File"), .file(accept: "application/pdf,image/*,audio/*,video/*", multiple: false),
    hint: Text(
      "例如受援人已在纸上签名的会见笔录。", "Such as a meeting record that the recipient signed on paper."), required: false)
  private static let metAt = Field(
    "place", Text("会见地点", "Place of the meeting"), hint: Text("登记会见时填写。", "For a meeting."), required: false)
  private static let present = Field(
    "present", Text("在场人员", "Persons present"), hint: Text("登记会见时填写。", "For a meeting."), required: false)
  private static let heldOn = Field("heldOn", Text("开庭日期", "Day"), .date)
  private static let startsAt = Field(
    "startsAt", Text("开庭时间", "Time"), hint: Text("例如09:30。", "Such as 09:30."), required: false)
  private static let court = Field("court", Text("法院或者仲裁委员会", "Court or commission"))
  private static let place = Field("place", Text("地点", "Place"), required: false)
  private static let itemLabel = Text("卷宗目录项", "Item of the dossier")
  private static let dossierFile = Field(
    "file", Text("文件", "File"), .file(accept: "application/pdf,image/*,audio/*,video/*", multiple: false))

  /// The item whose link was followed.
  private static func asked(_ form: FormView, _ found: AidCase) -> String? {
    found.checklist.first { $0.code == form.query["item"] }?.code
  }

  private static func item(_ checklist: [DossierItem]) -> Field {
    Field(
      "item", itemLabel, .select(checklist.filter { $0.code != "RETURN" }.map { Choice($0.code, $0.name) }))
  }
}

extension Upload? {
  /// Puts the upload, if there is one, into the file store.
  func stored(in services: Services) async throws -> StoredUpload? {
    guard let self else { return nil }
    return try await store(self, in: services)
  }
}

extension Field {
  /// The same question where an answer is not needed.
  fileprivate var optional: Field {
    Field(name, label, kind, hint: hint, basis: basis, required: false, autocomplete: autocomplete)
  }
}
