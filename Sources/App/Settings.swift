import Foundation
import Yams

/// 设置 · Settings: where the office is and how it is reached: flag, then `LEGALAID_*`, then `/etc/legalaid.yml`. The
/// only place that reads the environment.
package struct Settings: Sendable {
  package var database: String
  package var data: String?
  package var keys: String?
  package var baseURL: String?
  package var host: String
  package var port: Int
  package var trustedProxies: [String]
  /// Where the metrics listen, apart from the pages; nowhere unless said.
  package var metrics: Listener?

  /// 监听地址 · `HOST:PORT`, or a port of this machine alone.
  package struct Listener: Sendable, Hashable {
    package let host: String
    package let port: Int

    init?(_ text: String) {
      let cut = text.lastIndex(of: ":")
      host = cut.map { text[..<$0].trimmingCharacters(in: CharacterSet(charactersIn: "[]")) } ?? "127.0.0.1"
      guard let port = Int(cut.map { String(text[text.index(after: $0)...]) } ?? text), (0...65535).contains(port),
        !host.isEmpty
      else { return nil }
      self.port = port
    }
  }

  /// What flags may say; nil lets the environment or the file speak.
  package struct Flags: Sendable {
    package var database: String?
    package var data: String?
    package var keys: String?
    package var baseURL: String?
    package var host: String?
    package var port: Int?
    package var trustedProxies: [String]
    package var metrics: String?

    package init(
      database: String? = nil, data: String? = nil, keys: String? = nil, baseURL: String? = nil,
      host: String? = nil,
      port: Int? = nil, trustedProxies: [String] = []
    ) {
      self.database = database
      self.data = data
      self.keys = keys
      self.baseURL = baseURL
      self.host = host
      self.port = port
      self.trustedProxies = trustedProxies
    }
  }

  package static let file = "/etc/legalaid.yml"

  package init(
    _ flags: Flags, environment: [String: String] = ProcessInfo.processInfo.environment,
    file: String = Settings.file
  ) throws {
    let fromFile = try Self.read(file)
    func pick(_ flag: String?, _ name: String) -> String? {
      flag ?? environment["LEGALAID_" + name.uppercased().replacing("-", with: "_")] ?? fromFile[name]
    }
    guard let database = pick(flags.database, "database") else { throw SettingsFault.noDatabase }
    self.database = database
    data = pick(flags.data, "data")
    keys = pick(flags.keys, "keys")
    baseURL = pick(flags.baseURL, "base-url")
    host = pick(flags.host, "host") ?? "127.0.0.1"
    let port = pick(flags.port.map(String.init), "port") ?? "8080"
    guard let number = Int(port), (0...65535).contains(number) else { throw SettingsFault.port(port) }
    self.port = number
    metrics = try pick(flags.metrics, "metrics").map { text in
      guard let listener = Listener(text) else { throw SettingsFault.metrics(text) }
      return listener
    }
    trustedProxies =
      flags.trustedProxies.isEmpty
      ? (pick(nil, "trusted-proxy") ?? "").split(separator: ",").map(String.init) : flags.trustedProxies
  }

  /// 口令 · The passphrase of the keys' envelope, where a program gives it; never a flag, which others could see.
  package static func passphrase(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> String? {
    environment["LEGALAID_PASSPHRASE"].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Everything of an office lies beside its SQLite file, or where `--data` says.
  package func directory() throws -> (root: String, keys: String?) {
    if let data { return (data, keys) }
    guard database.hasPrefix("sqlite:") else { throw SettingsFault.dataNeeded }
    return (String(database.dropFirst("sqlite:".count)) + ".d", keys)
  }

  private static func read(_ path: String) throws -> [String: String] {
    guard FileManager.default.fileExists(atPath: path) else { return [:] }
    let text = try String(contentsOfFile: path, encoding: .utf8)
    guard let map = try Yams.load(yaml: text) as? [String: Any] else { throw SettingsFault.file(path) }
    return map.mapValues { "\($0)" }
  }
}

/// What is wrong with the settings, and what to do.
package enum SettingsFault: Error, CustomStringConvertible {
  case noDatabase, dataNeeded
  case port(String), file(String), metrics(String)

  package var description: String {
    switch self {
    case .noDatabase: "no database: give --database sqlite:PATH or postgresql://…, or set LEGALAID_DATABASE"
    case .dataNeeded: "with postgresql:// say where files and keys lie: --data DIR"
    case .port(let text): "--port \(text): not a port between 0 and 65535"
    case .metrics(let text): "--metrics \(text): not HOST:PORT, nor a port of this machine"
    case .file(let path): "\(path): not a map of settings"
    }
  }
}
