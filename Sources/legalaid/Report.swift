import Foundation
import Kernel
import Localization

/// What a verb says on standard error: one line each.
enum Report {
  static func error(_ line: String) {
    FileHandle.standardError.write(Data((line.replacing("\n", with: " ") + "\n").utf8))
  }

  static func failure(_ failure: any Error) {
    switch failure {
    case let refusals as Refusals: for one in refusals.all { error(both(one.message)) }
    case let refusal as Refusal: error(both(refusal.message))
    default: error(Trouble(failure).map { both($0.message) } ?? String(describing: failure))
    }
  }

  static func both(_ text: Text) -> String { "\(text.zh) \(text.en)" }
}
