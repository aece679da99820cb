import Cases
import Intake
import Localization
import Registry
import Testing
import WorkCalendar

private func reading(_ changes: [String: String] = [:], line: Int = 2) throws -> Result<ImportRow, ImportFaults> {
  var record = [
    "number": "青援〔2015〕1号", "track": "civil", "form": "civilLitigationAgency", "stage": "firstInstance",
    "cause": "劳动报酬", "recipient": "李某某", "recipient_id": "11010519491231002X", "groups": "woman;migrantWorker",
    "township": "河东镇", "accepted_on": "2015-03-02", "undertaker": "律师甲", "undertaker_kind": "lawFirmLawyer",
    "unit": "甲律师事务所", "assigned_on": "2015-03-04", "heard_on": "2015-05-06;2015-04-05", "observed_on": "2015-05-06",
    "closed_on": "2015-06-01", "archived_on": "2015-06-30", "ended": "closed", "grade": "good",
    "recovered": "18640.5",
  ]
  record.merge(changes) { $1 }
  let context = ImportContext(townships: ["河东镇", "城关镇"], today: try #require(Day("2016-01-15")))
  return ImportRowReader.read(record: record, line: line, context: context)
}

private func faults(_ changes: [String: String]) throws -> [String] {
  switch try reading(changes) {
  case .success: []
  case .failure(let faults): faults.all.map { "\($0.column) \($0.key)" }
  }
}

@Suite struct ImportRowTests {
  @Test func aGoodRow() throws {
    let row = try reading().get()
    #expect(row.groups == [.woman, .migrantWorker])
    #expect(row.heardOn == [Day("2015-04-05"), Day("2015-05-06")])
    #expect(row.recoveredFen == 1_864_050)
    #expect(row.recipientID?.sex == .female)
    #expect(row.state == .archived)
    #expect(row.warnings(line: 2) == [])
  }

  @Test func neededValues() throws {
    for column in ImportColumn.allCases {
      let expected = ImportColumn.needed.contains(column) ? ["\(column.rawValue) needed"] : []
      let exceptions: [ImportColumn: [String]] = [
        .undertakerKind: ["undertaker_kind needed"], .heardOn: ["observed_on no-hearing"],
      ]
      #expect(try faults([column.rawValue: " "]) == exceptions[column, default: expected], "\(column)")
    }
  }

  @Test func onlyWhatIsNeeded() throws {
    let record = [
      "number": "1", "track": "civil", "form": "civilLitigationAgency", "cause": "x", "recipient": "y",
      "accepted_on": "2015-01-01",
    ]
    let context = ImportContext(townships: [], today: try #require(Day("2015-01-01")))
    let row = try ImportRowReader.read(record: record, line: 2, context: context).get()
    #expect(row.state == .opened && row.ended == .closed && row.groups.isEmpty && row.recoveredFen == nil)
  }

  @Test(arguments: [
    ("track", "Civil", "unknown-code"), ("form", "诉讼", "unknown-code"), ("stage", "first", "unknown-code"),
    ("groups", "woman;nobody", "unknown-code"), ("groups", "woman，minor", "unknown-code"),
    ("undertaker_kind", "lawyer", "unknown-code"), ("ended", "open", "unknown-code"),
    ("grade", "A", "unknown-code"),
    ("township", "河西镇", "unknown-township"), ("recipient_id", "110105194912310021", "identity-number"),
    ("recipient_id", "110105491231002", "identity-number"),
    ("recipient_id", "110105194913310020", "identity-number"),
    ("assigned_on", "2015-3-4", "no-day"), ("assigned_on", "2015-02-29", "no-day"),
    ("assigned_on", "20150304", "no-day"),
    ("assigned_on", "２０１５-03-04", "no-day"), ("archived_on", "2016-01-16", "future"),
    ("assigned_on", "2015-03-01", "order"), ("archived_on", "2015-05-31", "order"),
    ("recovered", "-1", "money"), ("recovered", "1.234", "money"), ("recovered", "1,000", "money"),
    ("recovered", "¥5", "money"), ("recovered", "1e3", "money"), ("recovered", "1.", "money"),
    ("recovered", ".5", "money"),
    ("recovered", "92233720368547758.08", "money"), ("recovered", "99999999999999999999", "money"),
  ])
  func refuses(_ column: String, _ value: String, _ key: String) throws {
    #expect(try faults([column: value]) == ["\(column) \(key)"])
  }

  @Test(arguments: [
    ("0", 0), ("0.00", 0), ("12", 1_200), ("12.3", 1_230), ("12.34", 1_234), (" 7.05 ", 705),
    ("92233720368547758.07", Int64.max),
  ])
  func money(_ text: String, _ fen: Int64) throws {
    #expect(try reading(["recovered": text]).get().recoveredFen == fen)
  }

  @Test func todayIsNotTheFuture() throws {
    #expect(try faults(["archived_on": "2016-01-15"]) == [])
  }

  @Test func sameDaysAreInOrder() throws {
    let day = "2015-03-02"
    let same = ["assigned_on": day, "heard_on": day, "observed_on": day, "closed_on": day, "archived_on": day]
    #expect(try faults(same) == [])
  }

  /// With the assignment missing, closing is held against acceptance.
  @Test func orderSkipsWhatIsMissing() throws {
    #expect(try faults(["assigned_on": "", "closed_on": "2015-03-01"]) == ["closed_on order"])
  }

  /// The reason names the codes that such a case can have; without a stage, those of all its stages.
  @Test func resultsAreThoseOfFormAndStage() throws {
    guard case .failure(let found) = try reading(["stage": "enforcement", "result": "胜诉"]) else {
      throw Unexpected()
    }
    let reason = try #require(found.all.first?.reason)
    for words in ["performedWhole（全部履行）", "enforcementEnded（终结执行）", "other（其他）"] {
      #expect(reason.zh.contains(words))
    }
    #expect(reason.en.contains("performedWhole (Performed in whole)") && !reason.en.contains("claimsWhole"))
    #expect(try faults(["stage": "", "result": "performedPart"]) == [])
    #expect(try faults(["stage": "", "result": "claimsPart"]) == [])
    #expect(try faults(["stage": "", "result": "acquitted"]) == ["result wrong-result"])
    #expect(try faults(["form": "x", "result": "acquitted"]) == ["form unknown-code"])
    let row = try reading(["result": "other", "outcome": "双方另案解决。"]).get()
    #expect(row.result == .other && row.outcome == "双方另案解决。")
  }

  @Test func hearings() throws {
    #expect(
      try faults(["heard_on": "2015-03-01;2015-05-06"]) == ["heard_on hearing-before-acceptance"])
    #expect(try faults(["observed_on": "2015-05-07"]) == ["observed_on no-hearing"])
    #expect(try faults(["heard_on": "2015-05-06;;x; "]) == ["heard_on no-day"])
    #expect(try faults(["heard_on": "2015-05-06;2015-05-06;"]) == [])
  }

  /// Every fault of the row, with line and value.
  @Test func reportsEverything() throws {
    guard
      case .failure(let found) = try reading(
        ["number": "", "track": "x", "township": "y", "accepted_on": "z", "recovered": "w", "grade": "v"], line: 7)
    else { throw Unexpected() }
    #expect(found.all.map(\.column) == ["number", "track", "township", "accepted_on", "grade", "recovered"])
    #expect(found.all.map(\.value) == ["", "x", "y", "z", "v", "w"])
    #expect(found.all.allSatisfy { $0.line == 7 && !$0.reason.zh.isEmpty && !$0.reason.en.isEmpty })
  }

  @Test(arguments: [
    (["archived_on": ""], CaseState.closed), (["archived_on": "", "ended": "terminated"], .terminated),
    (["archived_on": "", "closed_on": "", "grade": "", "recovered": ""], .inProgress),
    (["archived_on": "", "closed_on": "", "heard_on": "", "observed_on": ""], .assignedToPerson),
    (
      [
        "archived_on": "", "closed_on": "", "heard_on": "", "observed_on": "", "undertaker": "",
        "undertaker_kind": "",
      ], .assignedToUnit
    ),
    (["archived_on": "", "closed_on": "", "heard_on": "", "observed_on": "", "assigned_on": ""], .opened),
  ])
  func stateFollowsTheFurthestDay(_ changes: [String: String], _ state: CaseState) throws {
    #expect(try reading(changes).get().state == state)
  }

  @Test(arguments: [
    (["track": "criminalApplied"], ["track-form"]), (["undertaker": ""], ["no-undertaker"]),
    (["assigned_on": ""], ["no-assignment-day"]), (["closed_on": ""], ["no-closing-day"]),
    (["heard_on": "2015-06-02", "observed_on": ""], ["hearing-after-closing"]),
    (["form": "mediationAgency"], ["hearing-without-suit"]),
    (["ended": "terminated", "result": "withdrawn"], ["result-of-terminated"]),
    (["closed_on": "", "archived_on": "", "grade": "", "recovered": "", "result": "settled"], ["no-closing-day"]),
    (["form": "criminalDefence", "undertaker_kind": "grassrootsWorker"], ["track-form", "not-a-lawyer"]),
  ])
  func oddRowsAreWarnedOfOnly(_ changes: [String: String], _ keys: [String]) throws {
    #expect(try reading(changes).get().warnings(line: 3).map(\.key) == keys)
  }
}

@Suite struct ImportFileTests {
  @Test func unknownColumnsAreNamed() {
    let needed = ImportColumn.needed.map(\.rawValue)
    #expect(ImportColumn.faults(inHeader: needed) == [])
    #expect(ImportColumn.faults(inHeader: ImportColumn.allCases.map(\.rawValue).reversed()) == [])
    let faults = ImportColumn.faults(inHeader: ["number", "姓名", "track", "track", "form", "cause", "recipient"])
    #expect(
      faults.map { "\($0.line) \($0.column) \($0.key)" } == [
        "1 姓名 unknown-column", "1 track repeated-column", "1 accepted_on missing-column",
      ])
  }

  @Test func aRepeatedNumberMustSayTheSame() throws {
    var batch = ImportBatch()
    let (row, other) = (try reading().get(), try reading(["cause": "工伤"]).get())
    #expect(batch.add(row, line: 2) == .new)
    #expect(batch.add(row, line: 3) == .sameAgain)
    guard case .conflict(let fault) = batch.add(other, line: 9) else { throw Unexpected() }
    #expect(fault.line == 9 && fault.column == "number" && fault.reason.en.contains("line 2"))
    #expect(batch.add(try reading(["number": "2"]).get(), line: 10) == .new)
  }
}

private struct Unexpected: Error {}
