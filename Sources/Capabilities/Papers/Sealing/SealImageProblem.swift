import Kernel
import Localization
import Paper

extension SealImage.Problem {
  /// What to do about it.
  var refusal: Refusal {
    let sides = SealImage.sides
    let (key, message) =
      switch self {
      case .notPNG: ("notPNG", Text("请上传PNG格式的印模图片。", "Upload the impression as a PNG."))
      case .size(let width, let height):
        (
          "size",
          Text(
            "图片是\(width)×\(height)像素，边长应当在\(sides.lowerBound)到\(sides.upperBound)像素之间。",
            "The picture is \(width) × \(height) pixels: each side should have \(sides.lowerBound) to \(sides.upperBound)."
          )
        )
      case .notSquare(let width, let height):
        (
          "notSquare",
          Text(
            "图片是\(width)×\(height)像素，请裁成正方形，四边紧贴印章。",
            "The picture is \(width) × \(height) pixels: cut it square, close around the seal.")
        )
      case .opaque:
        (
          "opaque",
          Text(
            "图片的底色不透明，会遮住文字。请去掉底色后另存为PNG。",
            "The ground is not transparent and would hide the text: remove it and save as PNG.")
        )
      case .empty: ("empty", Text("图片上没有印章，请重新选择。", "There is no seal on the picture: choose another."))
      case .notRed: ("notRed", Text("印章应当是红色，请用红色印油的印模。", "A seal is red: use an impression in red ink."))
      }
    return Refusal("seal.image.\(key)", message, field: "file")
  }
}
