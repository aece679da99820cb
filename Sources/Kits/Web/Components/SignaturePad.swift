package import Localization
package import Markup

/// 签名板 · Signature pad: takes strokes of a finger or a pen as compact JSON in the field `name`. Without JavaScript it is
/// not there, and says that one signs on paper.
package func signaturePad(
  _ name: String, _ words: Text, _ typed: String, errors: [Text] = [], in language: Language
) -> HTML {
  let (captionID, hintID, errorID) = ("\(name)-caption", "\(name)-hint", "\(name)-error")
  return div(.class(errors.isEmpty ? "field" : "field wrong"), .id(name), .tabindex(-1)) {
    p(.id(captionID)) { strong { words[language] } }
    p(.class("hint"), .id(hintID)) { hint[language] }
    if !errors.isEmpty {
      div(.class("why"), .id(errorID)) {
        for error in errors { p { error[language] } }
      }
    }
    p(.dataWithoutPad()) { without[language] }
    div(.class("pad"), .dataPad(name), .hidden()) {
      canvas(
        .role(.img), .ariaLabelledBy(captionID), .ariaDescribedBy(errors.isEmpty ? hintID : "\(hintID) \(errorID)")
      ) {}
      hiddenField(name, typed)
      button(.button(.button), .class("button"), .dataClear()) { Text("清除重签", "Clear and sign again")[language] }
    }
  }
}

private let hint = Text(
  "请用手指、手写笔或者鼠标在框内签名。不便在屏幕上签名的，打印文书在纸上签名。",
  "Sign in the box with a finger, a pen or a mouse. Who cannot sign on a screen signs the printed paper.")
private let without = Text(
  "这台设备的浏览器不能接收屏幕签名，请打印文书，在纸上签名。",
  "This browser cannot take a signature on the screen: print the paper and sign on it.")
