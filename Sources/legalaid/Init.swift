import App
import ArgumentParser
import Foundation
import Kernel
import Registry

/// 初始化 · init: a real, empty office from a YAML file.
struct Init: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "初始化 · Sets up a real, empty office from a YAML file")
  @OptionGroup var office: OfficeOptions
  @Argument(help: "county, centre, townships, hardshipLine, administrator; see docs/contracts.md") var file: String

  func run() async throws {
    let setup = try OfficeSetup.read(yaml: String(contentsOfFile: file, encoding: .utf8), file: file)
    let office = try await office.open(create: true)
    let password = try await setup.found(office)
    try await office.finish()
    print("\(setup.county.name) 已建立 is set up")
    print("管理员 administrator: \(setup.administratorLogin)  一次性密码 one-time password: \(password)")
  }
}
