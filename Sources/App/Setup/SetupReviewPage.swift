import Intake
import Kernel
import Localization
import Markup
import Papers
import Registry
import Web
import WorkCalendar

/// 设立向导第二页 · The wizard's second page: what was typed, and what follows from it: the seal, the numbers, the
/// calendar, the rules of law; then the administrator.
struct SetupReviewPage {
  let form: SetupForm
  let fields: Fields
  let calendar: WorkCalendar
  let today: Day

  func body(_ state: FormState, in language: Language) -> HTML {
    .fragment {
      pageHead(SetupRoutes.title[language])
      SetupPage.steps(at: 1, in: language)
      if !state.formErrors.isEmpty { errorSummary(state.formErrors, in: language) }
      sheet(Text("核对", "Check"), in: language) { facts(answers(language), in: language) }
      halves {
        sheet(Text("印章的样子", "What the seal looks like"), in: language) {
          SealPicture(agency: form.county.centreName).html(in: language)
          p(.class("soft")) {
            Text(
              "登记印章时生成；也可以换成自己的印章图片和证书。",
              "Made when the seal is registered; your own image and certificate can take its place.")[language]
          }
        }
      } and: {
        sheet(Text("文号的样子", "What numbers look like"), in: language) { facts(numbers(language), in: language) }
      }
      sheet(Text("时间和假期", "Time and holidays"), in: language) { facts(time(language), in: language) }
      sheet(Text("适用的规则", "Rules of law"), in: language) {
        p {
          Text(
            "不用选择：每件事适用它发生那天有效的规则，系统自动判断，并记录用的是哪一套。",
            "Nothing to choose: each thing is decided by the rules in force on the day it happened; the record keeps which."
          )[
            language]
        }
        facts(rules(language), in: language)
      }
      administrator(state, language)
    }
  }

  private func administrator(_ state: FormState, _ language: Language) -> HTML {
    postForm("/setup/founding", state.tokens(), changed: state.isReturned, in: language) {
      for name in SetupForm.carried { hiddenField(name, fields[name]) }
      sheet(Text("第一位管理员", "The first administrator"), in: language) {
        p(.class("soft")) {
          Text(
            "系统管理员和安全管理员；不能看到案件。登录后可以登记动态验证码（第二因素），再把安全管理员交给另一个人。",
            "System and security administrator; sees no cases. After signing in he can set up one-time codes (a second factor) and hand the security role to somebody else."
          )[language]
        }
        for one in SetupForm.administrator {
          field(one, state.value(one.name), errors: state.errors(one.name), in: language)
        }
      }
      div(.class("actions")) {
        submitButton(Text("设立并登录", "Found it and sign in"), .main, in: language)
        submitButton(Text("返回修改", "Back, to change"), .plain, name: "back", value: "1", in: language)
      }
    }
  }

  private func answers(_ language: Language) -> [Fact] {
    let county = form.county
    return [
      Fact(
        Text("县", "County"), Text("\(county.name)（\(county.code)）", "\(county.name) (\(county.code))")[language]),
      Fact(Text("司法局", "Judicial bureau"), county.bureauName),
      Fact(Text("法律援助中心", "Legal aid centre"), county.centreName),
      Fact(
        Text("地址和电话", "Address and telephone"),
        Format.list([county.centreAddress, county.centrePhone].compactMap(\.self), language)),
      Fact(
        Text("工作站", "Work stations"),
        county.townships.isEmpty
          ? Text("以后再加", "to be added later")[language] : Format.list(county.townships, language)),
      Fact(Text("经济困难标准", "Hardship line"), line[language]),
    ]
  }

  private var line: Text {
    guard let line = form.line else {
      return Text("未填写，填好以前不能审查经济困难", "Not given: hardship cannot be checked until it is")
    }
    return line.words + Text("，依据", ", by ") + .same(line.source ?? "")
  }

  private func numbers(_ language: Language) -> [Fact] {
    Capabilities.all.flatMap(\.numbers).map { kind in
      Fact(
        kind.name,
        numeral(
          NumberKind.render(
            NumberKind.defaultTemplate, place: form.county.shortName, word: kind.word, year: today.year, serial: 1))
      )
    }
  }

  private func time(_ language: Language) -> [Fact] {
    [
      Fact(Text("时区", "Time zone"), Text("北京时间（固定）", "China standard time, UTC+8 (fixed)")[language]),
      holidays(of: today.year, language), holidays(of: today.year + 1, language),
    ]
  }

  private func holidays(of year: Int, _ language: Language) -> Fact {
    let isKnown = calendar.isKnown(year: year)
    let missing = Text(
      "期限暂按周末计算，公布后在“节假日安排”录入", "clocks count weekends only; enter them at Holidays once published")
    return Fact(
      Text("\(year)年节假日", "Holidays of \(year)"),
      isKnown
        ? tag(Text("已经在系统里", "known")[language], .good)
        : .fragment {
          tag(Text("还没有", "not yet")[language], .soon)
          " " + missing[language]
        })
  }

  private func rules(_ language: Language) -> [Fact] {
    RuleSet.allCases.map { set in
      let from = Text("\(Format.day(set.from, .zh))起", "from \(Format.day(set.from, .en)) on")
      let isNow = set == .inForce(on: today)
      return Fact(
        set.name,
        .fragment {
          from[language] + " "
          if isNow { tag(Text("今天适用", "today’s")[language], .good) }
        })
    }
  }
}
