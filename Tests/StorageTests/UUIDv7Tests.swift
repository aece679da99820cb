import Foundation
import Storage
import Testing

@Suite("UUID version 7")
struct UUIDv7Tests {
  @Test("Later ones are greater, also within a millisecond and from many tasks")
  func monotonic() async {
    let ids = (0..<20_000).map { _ in UUIDv7() }
    #expect(zip(ids, ids.dropFirst()).allSatisfy { $0 < $1 && $0.description < $1.description })
    let all = await withTaskGroup(of: [UUIDv7].self) { group in
      for _ in 0..<4 { group.addTask { (0..<5_000).map { _ in UUIDv7() } } }
      return await group.reduce(into: Set<UUIDv7>()) { $0.formUnion($1) }
    }
    #expect(all.count == 20_000)
  }

  @Test("Text, bytes and JSON give the same identifier back")
  func spellings() throws {
    let id = try #require(UUIDv7("0196f1c2-5b1a-7c3e-8d42-9e6f0a1b2c3d"))
    #expect(id.description == "0196f1c2-5b1a-7c3e-8d42-9e6f0a1b2c3d")
    #expect(id.milliseconds == 0x0196_f1c2_5b1a)
    #expect(UUIDv7(bytes: id.bytes) == id)
    #expect(UUIDv7(id.description.uppercased()) == id)
    #expect(try JSONDecoder().decode([UUIDv7].self, from: JSONEncoder().encode([id])) == [id])
  }

  @Test(
    "Anything else is refused",
    arguments: [
      "", "0196f1c2-5b1a-4c3e-8d42-9e6f0a1b2c3d", "0196f1c2-5b1a-7c3e-0d42-9e6f0a1b2c3d",
      "0196f1c25b1a7c3e8d429e6f0a1b2c3d", "0196f1c2-5b1a-7c3e-8d42-9e6f0a1b2c3",
      "0196f1c2-5b1a-7c3e-8d42-9e6f0a1b2cxy",
      "0196f1c2-5b1a-7c3e-8d42-9e6f0a1b2c3d ",
    ])
  func refused(text: String) { #expect(UUIDv7(text) == nil) }
}
