import Localization
import WorkCalendar

/// 字段提示 · Field message: what is wrong at a field, and what to do about it.
enum FieldMessage {
  static func empty(_ label: Text) -> Text {
    Text("请填写\(label.zh)。", "\(label.en) must be filled in.")
  }

  static func notChosen(_ label: Text) -> Text {
    Text("请选择\(label.zh)。", "\(label.en) must be chosen.")
  }

  static func choice(_ label: Text) -> Text {
    Text("\(label.zh)：请从列出的选项中选择。", "\(label.en) must be one of the listed options.")
  }

  static func tooLong(_ label: Text, max: Int, length: Int) -> Text {
    Text(
      "\(label.zh)最多\(max)个字，现在有\(length)个字，请删短。",
      "\(label.en) must be \(max) characters or fewer. It has \(length): shorten it.")
  }

  static func cutOff(_ label: Text) -> Text {
    Text("\(label.zh)太长，无法接收，请删短。", "\(label.en) is too long to be received: shorten it.")
  }

  static func notUnicode(_ label: Text) -> Text {
    Text(
      "\(label.zh)含有无法识别的文字编码，请重新输入（使用UTF-8编码）。",
      "\(label.en) came in an unknown text encoding. Type it again (as UTF-8).")
  }

  static func controlCharacter(_ label: Text) -> Text {
    Text(
      "\(label.zh)含有看不见的控制字符，请删去后重新输入。",
      "\(label.en) contains invisible control characters. Delete it and type it again.")
  }

  static func day(_ label: Text) -> Text {
    Text("\(label.zh)必须是真实的日期，例如2016-03-07。", "\(label.en) must be a real day, such as 2016-03-07.")
  }

  static func dayTooLate(_ label: Text, _ latest: Day) -> Text {
    Text("\(label.zh)不能晚于\(latest)。", "\(label.en) must not be after \(latest).")
  }

  static func instant(_ label: Text) -> Text {
    Text(
      "\(label.zh)必须是真实的日期和时间，例如2016-03-07 14:30。",
      "\(label.en) must be a real day and time, such as 2016-03-07 14:30.")
  }

  static func timeOfDay(_ label: Text) -> Text {
    Text("\(label.zh)请填写24小时制，例如09:30。", "\(label.en): a time of 24 hours, such as 09:30.")
  }

  static func money(_ label: Text) -> Text {
    Text(
      "\(label.zh)必须是以元为单位的金额，最多两位小数，例如18640.50。",
      "\(label.en) must be an amount in yuan with at most two decimals, such as 18640.50.")
  }

  static func integer(_ label: Text, _ range: ClosedRange<Int>) -> Text {
    Text(
      "\(label.zh)必须是\(range.lowerBound)到\(range.upperBound)之间的整数。",
      "\(label.en) must be a whole number from \(range.lowerBound) to \(range.upperBound).")
  }

  static func phone(_ label: Text) -> Text {
    Text(
      "\(label.zh)必须是11位手机号码，或者带区号的固定电话，例如0512-88886666。",
      "\(label.en) must be an 11-digit mobile number, or a landline with its area code, such as 0512-88886666.")
  }

  static func identityNumber(_ label: Text, _ fault: IdentityNumber.Fault) -> Text {
    switch fault {
    case .format:
      Text(
        "\(label.zh)必须是18位：17位数字加1位数字或者X，请对照证件核对。",
        "\(label.en) must have 18 characters: 17 digits and a digit or X. Compare it with the card.")
    case .birth:
      Text(
        "\(label.zh)第7位至第14位不是真实的出生日期，请对照证件核对。",
        "\(label.en): characters 7 to 14 are not a real birth date. Compare them with the card.")
    case .check:
      Text(
        "\(label.zh)的校验位不对，请对照证件逐位核对。",
        "\(label.en) does not match its check character. Compare every digit with the card.")
    }
  }

  static func fileMissing(_ label: Text) -> Text {
    Text("请选择要上传的文件：\(label.zh)。", "\(label.en): choose the file to upload.")
  }

  static func fileType(_ label: Text, _ types: Set<FileType>) -> Text {
    let names = types.map(\.name).sorted { $0.en < $1.en }
    return Text(
      "\(label.zh)的文件类型不能接收，可以上传：\(Text.list(names).zh)。",
      "\(label.en) is not a kind of file that can be received. These can: \(Text.list(names).en).")
  }

  static func fileTooLarge(_ fileName: String, limit: Int) -> Text {
    Text(
      "文件“\(fileName)”太大，每个文件不能超过\(limit >> 20)MB，请压缩或者分开上传。",
      "The file “\(fileName)” is too large. A file may have at most \(limit >> 20) MB: compress or split it.")
  }
}
