import Registry
import Testing
import WorkCalendar

@Suite struct CodesTests {
  /// The raw values are the contract's.
  @Test func rawValues() {
    #expect(
      UndertakerKind.allCases.map(\.rawValue)
        == ["lawFirmLawyer", "centreLawyer", "grassrootsWorker", "volunteer", "publicLawyer"])
    #expect(
      GroupCode.allCases.map(\.rawValue) == [
        "disabled", "elderly", "minor", "woman", "migrantWorker", "farmer", "ethnicMinority", "servicePerson",
        "militaryFamily", "militarySurvivor", "veteran", "foreigner", "familyPlanningHardship", "dibao", "tekun",
        "lowIncome", "expenseHardship", "youfu", "goodSamaritan", "overseasChineseRelative", "otherHardship",
        "other",
      ])
  }

  @Test func groupsJoinAndSplit() {
    let groups: [GroupCode] = [.woman, .migrantWorker]
    #expect(GroupCode.joined(groups) == "woman;migrantWorker")
    #expect(GroupCode.split("woman;migrantWorker") == groups)
    #expect(GroupCode.split("").isEmpty)
  }

  /// 未成年人保护法 2: under 18; 老年人权益保障法 2: 60 and over.
  @Test(arguments: [
    ("1998-03-08", Sex?.none, [GroupCode.minor]), ("1998-03-07", nil, []), ("1956-03-08", nil, []),
    ("1956-03-07", .female, [.elderly, .woman]), ("1980-01-01", .female, [.woman]), ("2016-03-08", nil, []),
  ])
  func evidentGroups(_ born: String, _ sex: Sex?, _ groups: [GroupCode]) throws {
    let today = try #require(Day("2016-03-07"))
    #expect(GroupCode.evident(birthOn: Day(born), sex: sex, on: today) == groups)
  }

  @Test(arguments: [
    ("2013-06-15", "2016-06-14", 2), ("2013-06-15", "2016-06-15", 3), ("2012-02-29", "2015-02-28", 2),
    ("2012-02-29", "2015-03-01", 3), ("2012-02-29", "2016-02-29", 4),
  ])
  func fullYears(_ from: String, _ to: String, _ years: Int) throws {
    #expect(try #require(Day(from)).fullYears(until: #require(Day(to))) == years)
  }
}
