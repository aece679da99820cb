import Localization
import Markup
import Web

/// 乡镇筛选 · Township filter: narrows the figures of a page to one township.
struct TownshipFilter {
  let townships: [String]
  let chosen: String?
  var kept: [(name: String, value: String)] = []

  func form(_ path: String, _ language: Language) -> HTML {
    filterForm(path, in: language) {
      for pair in kept { hiddenField(pair.name, pair.value) }
      field(
        Field(
          "township", Text("乡镇", "Township"), .select(townships.map { Choice($0, .same($0)) }), required: false),
        chosen ?? "", in: language)
    }
  }
}
