import App
import Foundation
import Kernel
import Storage
import TestSupport
import Testing
import Web

/// 他人的记录 · Forms of one's own session sent to a record of another station or firm: nothing is done, nothing is told, and
/// the answer is that for a record there is not.
@Suite(.timeLimit(.minutes(5))) struct StrangerTests {
  @Test(arguments: ["clerk2", "firm2", "lawyer2", "lawyer3"])
  func aFormToAnothersRecordDoesNothing(_ stranger: String) async throws {
    let shelf = try await Shelf.shared.value
    let name = try #require(shelf.walks[.archive]).words.name
    let principal = try await shelf.office.principal(stranger)
    let routes = try RouteTable(Capabilities.routes()).routes.filter { $0.method == .post && $0.kind != .api }
    let before = try await shelf.deeds()
    try await shelf.office.browse { open in
      let browser = open()
      try await browser.signIn(stranger)
      let csrf = try await browser.csrf()
      var asked = 0
      for route in routes {
        guard let permission = route.permission, let path = shelf.path(of: route) else { continue }
        let nowhere = Shelf.nowhere(path)
        guard path != nowhere else { continue }
        let (page, none) = (
          try await browser.post(path, [("csrf", csrf)]), try await browser.post(nowhere, [("csrf", csrf)])
        )
        #expect(page.status == none.status, "\(stranger) \(path): \(page.status), \(none.status)")
        #expect([403, 404, 422].contains(page.status), "\(stranger) \(path): \(page.status)")
        #expect(!page.text.contains(name), "\(stranger) \(path)")
        if principal.holds(permission) { asked += 1 }
      }
      #expect(asked > 3, "\(asked) forms that this person may send at all")
    }
    #expect(try await shelf.deeds() == before)
  }
}
