package import Intake
import Kernel
package import Localization
import Storage
import WorkCalendar

/// 重大疑难案件情形 · Major-case ground: why an undertaker reports a case to the centre at once (程序规定 2012, 29). The codes
/// are stable.
package enum MajorCaseGround: String, Sendable, Hashable, CaseIterable, Codable, SQLConvertible {
  case doubt = "MC1"
  case group = "MC2"
  case effect = "MC3"
  case complex = "MC4"

  package var name: Text {
    switch self {
    case .doubt: Text("主要证据认定、法律适用存在重大疑义", "Serious doubt on the main evidence or the law")
    case .group: Text("涉及群体性事件", "A group incident")
    case .effect: Text("有重大社会影响", "A major effect on society")
    case .complex: Text("其他复杂、疑难情形", "Otherwise complex or difficult")
    }
  }

  package var grounds: Grounds {
    Grounds([.rs2012: .fromMemory(.p12("29")), .rs2022: .fromMemory(.p12("29")), .rs2023: .fromMemory(.p12("29"))])
  }

  var entries: [RuleEntry] { grounds.entries(rawValue, .handling, name) }
}
