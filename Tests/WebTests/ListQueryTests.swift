import Testing

@testable import Web

@Suite struct ListQueryTests {
  @Test func readsPageOrderAndFilters() {
    let list = query(["page": "3", "sort": "day", "order": "desc", "state": "open", "state": "", "junk": "x"])
    #expect(list.page == 3 && list.offset == 100)
    #expect(list.sort == "day" && list.isDescending)
    #expect(list.link(page: 4) == "/cases?state=open&sort=day&order=desc&page=4")
    #expect(list.link(sort: "day") == "/cases?state=open&sort=day")
    #expect(list.link(sort: "number") == "/cases?state=open&sort=number")
    #expect(list.pages(of: 101) == 3 && list.pages(of: 0) == 1)
  }

  @Test(arguments: ["", "0", "-1", "x", "99999999999999999999", "１"])
  func whatIsUnknownIsTheFirstPage(_ page: String) {
    let list = query(["page": page, "sort": "id; DROP TABLE event", "order": "sideways"])
    #expect(list.page == 1 && list.sort == "number" && !list.isDescending)
    #expect(query(["page": "999999999"]).page == 100_000)
  }

  private func query(_ fields: Fields) -> ListQuery {
    ListQuery(fields, path: "/cases", sorts: ["number", "day"], filters: ["state"])
  }
}
