import Foundation
import Synchronization

/// 负载 · Load: so many clients ask at once, each the next thing as soon as it has the answer, for so long.
struct Load {
  let port: UInt16
  let clients: Int
  let seconds: Double

  /// 测得 · What was measured of one kind of page.
  struct Measured: Sendable {
    let requests: Int
    let failures: Int
    let perSecond: Double
    let bytes: Int
    /// In milliseconds, ascending.
    private let times: [Double]

    /// - Parameter bytes: of all answers together.
    init(times: [Double], failures: Int, seconds: Double, bytes: Int) {
      requests = times.count
      self.failures = failures
      perSecond = Double(times.count) / seconds
      self.bytes = times.isEmpty ? 0 : bytes / times.count
      self.times = times.sorted()
    }

    func percentile(_ share: Double) -> Double {
      times.isEmpty ? 0 : times[min(times.count - 1, Int(Double(times.count) * share))]
    }
  }

  private struct Sample {
    var times: [Double] = []
    var failures = 0
    var bytes = 0
  }

  /// Every client begins elsewhere in the list of requests and goes round.
  func run(_ requests: [[UInt8]]) -> Measured {
    let samples = Mutex<[Sample]>([])
    let group = DispatchGroup()
    let began = ContinuousClock.now
    let end = began + .seconds(seconds)
    for client in 0..<clients {
      group.enter()
      Thread.detachNewThread {
        let sample = Self.ask(requests, from: client * requests.count / clients, until: end, port)
        samples.withLock { $0.append(sample) }
        group.leave()
      }
    }
    group.wait()
    let took = Self.milliseconds(began.duration(to: .now)) / 1000
    let all = samples.withLock { $0 }
    return Measured(
      times: all.flatMap(\.times), failures: all.reduce(0) { $0 + $1.failures }, seconds: took,
      bytes: all.reduce(0) { $0 + $1.bytes })
  }

  private static func ask(
    _ requests: [[UInt8]], from first: Int, until end: ContinuousClock.Instant, _ port: UInt16
  ) -> Sample {
    let connection = HTTPConnection(port: port)
    var (sample, next) = (Sample(), first)
    while ContinuousClock.now < end {
      let sent = ContinuousClock.now
      let answer = try? connection.ask(requests[next % requests.count])
      next += 1
      if let answer, answer.status == 200 {
        sample.times.append(milliseconds(sent.duration(to: .now)))
        sample.bytes += answer.bytes
      } else {
        sample.failures += 1
        if sample.failures > 100 { break }
      }
    }
    return sample
  }

  static func milliseconds(_ duration: Duration) -> Double { duration / .milliseconds(1) }
}
