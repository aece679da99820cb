import Foundation
import Localization
import Testing

@Suite("Overlay")
struct OverlayTests {
  @Test func translatesWhatItHasAndElseKeepsTheChinese() throws {
    let overlay = try Overlay(
      json: Data(
        #"{"tag": "ug", "name": "ئۇيغۇرچە", "rightToLeft": true, "texts": {"申请": "ئىلتىماس", "投诉": ""}}"#.utf8))
    #expect(overlay[Text("申请", "Application")] == "ئىلتىماس")
    #expect(overlay[Text("投诉", "Complaint")] == "投诉")
    #expect(overlay.direction == "rtl")
  }

  @Test func readsLeftToRightUnlessToldOtherwise() throws {
    #expect(try Overlay(json: Data(#"{"tag": "mn-Mong", "name": "ᠮᠣᠩᠭᠣᠯ", "texts": {}}"#.utf8)).direction == "ltr")
  }

  @Test("Refused", arguments: ["zh", "en-GB", "", "u", "x\\\"y", "ug_CN"])
  func refused(tag: String) {
    let json = Data(#"{"tag": "\#(tag)", "name": "x", "texts": {}}"#.utf8)
    #expect(throws: DecodingError.self) { try Overlay(json: json) }
  }
}
