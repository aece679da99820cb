import Foundation
import Testing

/// A certificate as a certification authority hands it over: made by `openssl` alone, in a folder of its own.
struct OutsideCertificate {
  static let password = "口令 with space"
  let folder: URL

  /// `key`: what `openssl genpkey` is told. Valid in the given time, such as 20150101000000Z.
  init(
    _ folder: URL, key: String = "-algorithm RSA -pkeyopt rsa_keygen_bits:2048", from: String = "20150101000000Z",
    to: String = "20190101000000Z"
  ) throws {
    self.folder = folder.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: self.folder, withIntermediateDirectories: true)
    try Data(Self.settings.utf8).write(to: self.folder.appending(path: "ca.cnf"))
    try shell(
      """
      touch index.txt; echo 01 > serial
      openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out ca.key
      openssl req -new -utf8 -key ca.key -subj '/C=CN/O=省认证中心/CN=省认证中心根证书' -out ca.csr
      openssl ca -batch -config ca.cnf -utf8 -selfsign -keyfile ca.key -in ca.csr -extensions above \
        -startdate 20140101000000Z -enddate 20400101000000Z -notext -out ca.crt
      openssl genpkey \(key) -out seal.key
      openssl req -new -utf8 -key seal.key -subj '/C=CN/O=青禾县法律援助中心/CN=法律援助专用章' -out seal.csr
      openssl ca -batch -config ca.cnf -utf8 -keyfile ca.key -cert ca.crt -in seal.csr -extensions below \
        -startdate \(from) -enddate \(to) -notext -out seal.crt
      openssl pkcs12 -export -inkey seal.key -in seal.crt -certfile ca.crt -passout env:SECRET -out seal.p12
      openssl pkcs12 -export -nokeys -in seal.crt -passout env:SECRET -out nokey.p12
      """)
  }

  func file(_ name: String = "seal.p12") throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: name)))
  }

  private func shell(_ script: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-ec", script]
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(["SECRET": Self.password]) { $1 }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let said = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(String(decoding: said, as: UTF8.self))")
  }

  private static let settings = """
    [ca]
    default_ca = here
    [here]
    database = index.txt
    serial = serial
    new_certs_dir = .
    default_md = sha256
    policy = any
    unique_subject = no
    [any]
    countryName = optional
    organizationName = optional
    commonName = supplied
    [above]
    basicConstraints = critical,CA:TRUE
    keyUsage = critical,keyCertSign,cRLSign
    [below]
    keyUsage = critical,digitalSignature,nonRepudiation
    """
}
