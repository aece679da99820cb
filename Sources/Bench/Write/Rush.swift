import Foundation
import Synchronization

/// 同时提交 · Rush: forms that lie ready are sent by so many clients at once, each form once.
struct Rush {
  let port: UInt16
  let clients: Int

  struct Outcome {
    let measured: Load.Measured
    /// Where the server led to after each form; nil where it did not take it.
    let places: [String?]
  }

  func send(_ forms: [[UInt8]]) -> Outcome {
    let left = Mutex(forms.indices.makeIterator())
    let answers = Mutex<[(form: Int, place: String?, milliseconds: Double, bytes: Int)]>([])
    let group = DispatchGroup()
    let began = ContinuousClock.now
    for _ in 0..<clients {
      group.enter()
      Thread.detachNewThread { [port] in
        let connection = HTTPConnection(port: port)
        while let form = left.withLock({ $0.next() }) {
          let sent = ContinuousClock.now
          let answer = try? connection.ask(forms[form])
          let took = Load.milliseconds(sent.duration(to: .now))
          let place = answer.flatMap { $0.status == 303 ? HTTPConnection.header("location", in: $0.head) : nil }
          answers.withLock {
            $0.append((form, place.map { String($0.prefix { $0 != "?" && $0 != "#" }) }, took, answer?.bytes ?? 0))
          }
        }
        group.leave()
      }
    }
    group.wait()
    let seconds = Load.milliseconds(began.duration(to: .now)) / 1000
    let all = answers.withLock { $0 }
    let taken = all.filter { $0.place != nil }
    return Outcome(
      measured: Load.Measured(
        times: taken.map(\.milliseconds), failures: all.count - taken.count, seconds: seconds,
        bytes: taken.reduce(0) { $0 + $1.bytes }),
      places: all.sorted { $0.form < $1.form }.map(\.place))
  }
}
