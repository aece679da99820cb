import Intake
import Kernel
import Localization
import Registry
import Web
import WorkCalendar

/// 设立表单 · Setup form: the questions of the first day, the same as those of `init FILE`, and how they are read.
struct SetupForm {
  static let code = Field(
    "code", Text("设立码", "Setup code"),
    hint: Text(
      "启动服务时显示在服务器的控制台（日志）上，也在数据目录的 setup-code 文件里。",
      "Shown on the server’s console (its log) at start; it also lies in the data directory, in the file setup-code."
    ),
    autocomplete: "off")

  static let county: [Field] = [
    Field(
      "county", Text("县（市、区）名称", "Name of the county"), hint: Text("例如：青禾县。", "Such as 青禾县."), autocomplete: "off"),
    Field(
      "division", Text("行政区划代码", "Division code"), .number, hint: Text("六位数字。", "Six digits."), autocomplete: "off"),
    Field(
      "short", Text("文号用的简称", "Short name in numbers"),
      hint: Text("文号开头的字，例如“青”。", "The word that numbers begin with, such as 青."), autocomplete: "off"),
  ]

  static let agencies: [Field] = [
    Field("bureau", Text("司法局名称", "Judicial bureau"), hint: Text("例如：青禾县司法局。", "Such as 青禾县司法局.")),
    Field(
      "centre", Text("法律援助中心名称", "Legal aid centre"),
      hint: Text("文书的落款和印章用这个名称。", "Papers are issued and sealed in this name.")),
    Field("address", Text("中心地址", "The centre’s address"), required: false),
    Field("phone", Text("中心电话", "The centre’s telephone"), .telephone, required: false),
    Field(
      "townships", Text("乡镇（街道）", "Townships"), .textarea(rows: 6),
      hint: Text(
        "一行一个，每个乡镇建一个法律援助工作站；以后可以再加。",
        "One a line; each gets a legal aid work station. More can be added later."), required: false),
  ]

  static let hardship = LineFields.all

  static let administrator: [Field] = [
    Field("name", Text("管理员姓名", "Administrator’s name"), autocomplete: "name"),
    Field(
      "login", Text("登录账号", "Login"), hint: Text("小写字母、数字，例如 admin。", "Small letters and digits, such as admin."),
      autocomplete: "username"),
    Field(
      "password", Text("密码", "Password"), .password,
      hint: Text("至少\(Password.minimumLength)个字符。", "At least \(Password.minimumLength) characters."),
      autocomplete: "new-password"),
    Field("again", Text("再输一次密码", "The password again"), .password, autocomplete: "new-password"),
  ]

  /// What the second page carries along from the first, unseen.
  static let carried = [code.name] + (county + agencies + hardship).map(\.name)

  let county: CountySetup
  let line: HardshipLine?

  /// Reads what the first page asks, or throws everything that is wrong with it.
  static func read(_ request: WebRequest) throws -> SetupForm {
    let isRight = SetupCode(request.services.directory).matches(request.fields[code.name])
    let year = request.today.year
    return try request.read { form in
      _ = form.requiredText(code.name, code.label, max: 40)
      if !isRight {
        form.refuse(
          "setup.code", at: code.name,
          Text("设立码不正确，请照服务器控制台上最近一次启动显示的输入。", "Not the code: type the one the server showed at its last start."))
      }
      let division = form.requiredText("division", label("division"), max: 20)
      if !division.isEmpty, !OfficeSetup.isDivisionCode(division) {
        form.refuse(
          "setup.division", at: "division",
          Text("行政区划代码是六位数字，例如320999。", "The division code is six digits, such as 320999."))
      }
      let townships = (form.text("townships", label("townships"), max: 2_000, isMultiline: true) ?? "")
        .split(whereSeparator: \.isNewline).map { String($0).trimmingBlanks }.filter { !$0.isEmpty }
      if Set(townships).count != townships.count {
        form.refuse(
          "setup.townships", at: "townships", Text("乡镇名称重复，请删去一个。", "A township stands there twice: remove one."))
      }
      let county = CountySetup(
        name: form.requiredText("county", label("county"), max: 40), code: division,
        shortName: form.requiredText("short", label("short"), max: 4),
        bureauName: form.requiredText("bureau", label("bureau"), max: 60),
        centreName: form.requiredText("centre", label("centre"), max: 60),
        centreAddress: form.text("address", label("address"), max: 100),
        centrePhone: form.phone("phone", label("phone")), townships: townships)
      let line = LineFields.read(&form, division: division) { _ in (.literal(year, 1, 1), nil) }
      return SetupForm(county: county, line: line)
    }
  }

  /// The administrator, read from the second page.
  static func administrator(_ request: WebRequest) throws -> (name: String, login: String, password: String) {
    let (password, again) = (request.fields["password"], request.fields["again"])
    return try request.read { form in
      let login = form.requiredText("login", label("login"), max: 40).lowercased()
      if !login.isEmpty, !login.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) }) {
        form.refuse(
          "setup.login", at: "login", Text("账号只用小写字母、数字、点和横线。", "Only small letters, digits, dots and hyphens."))
      }
      let weak = PasswordRules.refusals(password, login: login, field: "password")
      for refusal in weak { form.refuse(refusal.key, at: "password", refusal.message) }
      if weak.isEmpty, password != again {
        form.refuse(
          "setup.again", at: "again", Text("两次输入的密码不同，请重新输入。", "The two passwords differ: type them again."))
      }
      return (form.requiredText("name", label("name"), max: 40), login, password)
    }
  }

  private static let labels = Dictionary(
    uniqueKeysWithValues: (county + agencies + hardship + administrator).map { ($0.name, $0.label) })
  private static func label(_ name: String) -> Text { labels[name] ?? .same(name) }
}

extension String {
  fileprivate var trimmingBlanks: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
