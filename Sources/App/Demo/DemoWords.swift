import Kernel
import Registry

/// 演示字典 · The words that the demo's office keeps in its dictionaries.
enum DemoWords {
  private static let kept: [(LocalList, [String])] = [
    (.causes, ["追索劳动报酬", "工伤保险待遇纠纷", "赡养费纠纷", "抚养费纠纷"]),
    (
      .organs,
      [
        "青禾县人民法院", "青禾县劳动人事争议仲裁委员会", "青禾县人民检察院", "青禾县公安局",
      ]
    ),
    (.meetingPlaces, ["中心接待室", "青禾县看守所", "受援人住所"]),
    (.shelves, ["1号柜1层", "1号柜2层", "2号柜1层"]),
  ]

  static func keep(_ office: Office, _ county: CountyID) async throws {
    for (list, words) in kept {
      for word in words { try await office.runner.run(AddListEntry(list, name: word), as: .system(county)) }
    }
  }
}
