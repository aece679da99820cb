import App
import ArgumentParser
import Kernel
import Registry
import Storage
import WorkCalendar

/// 时钟 · clock: accepts the machine's clock after a time in which it stood far ahead.
struct ClockVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clock", abstract: "时钟 · After the clock stood far ahead: accepts it as it is now",
    subcommands: [Accept.self])

  struct Accept: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "认可时钟 · Records that the clock is right now, though the newest record is of a later time")
    @OptionGroup var place: OfficeOptions

    func run() async throws {
      let office = try await place.open()
      try await office.runner.run(AcceptClock(), as: .system(office.onlyCounty().id))
      try await office.finish()
      print("已认可 accepted: \(office.services.clock.now())")
    }
  }
}
