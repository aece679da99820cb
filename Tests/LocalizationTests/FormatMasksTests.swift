import Localization
import Testing

@Suite("Masks")
struct FormatMasksTests {
  @Test(
    "Names",
    arguments: [
      ("李小明", "李某某"), ("李明", "李某"), ("欧阳锋", "欧阳某"), ("欧阳娜娜", "欧阳某某"), ("司马", "司某"), ("李", "某"), ("", ""),
      ("阿依古丽·买买提", "阿某某"), ("John Smith", "J***"), (" 王 五 ", "王某"),
    ])
  func names(name: String, masked: String) {
    #expect(Format.mask(name: name) == masked)
  }

  @Test(
    "Identity numbers",
    arguments: [
      ("320999197002182184", "320999********2184"), ("32099919700218218X", "320999********218X"),
      ("320999700218218", "320999******218"), ("E12345678", "E******78"), ("12345", "*****"), ("", ""),
    ])
  func identityNumbers(number: String, masked: String) {
    #expect(Format.mask(identityNumber: number) == masked)
  }

  @Test(
    "Phones",
    arguments: [
      ("13912346210", "139****6210"), ("139 1234 6210", "139****6210"), ("0513-85512345", "********2345"),
      ("110", "***"),
    ])
  func phones(phone: String, masked: String) {
    #expect(Format.mask(phone: phone) == masked)
  }

  @Test func accounts() {
    #expect(Format.mask(account: "6222 0211 0000 1234 567") == "***************4567")
  }

  @Test(
    "Addresses keep the township",
    arguments: [
      ("江苏省南通市青禾县河东镇朝阳村3组12号", "江苏省南通市青禾县河东镇****"),
      ("河东镇幸福小区3栋", "河东镇****"),
      ("青禾县柳塘乡超市旁", "青禾县柳塘乡****"),
      ("江苏省镇江市京口区谏壁街道12号", "江苏省镇江市京口区谏壁街道****"),
      ("青禾县人民路301号", "青禾县****"),
      ("幸福小区3栋", "****"),
      ("人民路1号", "****"),
      ("镇", "****"),
      ("", ""),
    ])
  func addresses(address: String, masked: String) {
    #expect(Format.mask(address: address) == masked)
  }

  @Test(
    "No mask shows a whole value of five characters or more",
    arguments: ["12345", "123456789", "张三丰李四", "a@b.c", "😀😀😀😀😀"])
  func neverWhole(value: String) {
    for masked in [
      Format.mask(name: value), Format.mask(identityNumber: value), Format.mask(phone: value),
      Format.mask(account: value), Format.mask(address: value),
    ] { #expect(!masked.contains(value)) }
  }
}
