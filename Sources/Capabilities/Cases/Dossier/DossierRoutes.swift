import Kernel
import Localization
import Storage
import Web

/// 卷宗文件 · The dossier as files: the bound copy and the export.
enum DossierRoutes {
  static let all: [Route] = [
    .file(CasePaths.dossierPDF.pattern, .exportDossiers, Text("卷宗装订本", "The bound dossier")) { request in
      let dossier = try await dossier(request)
      return .file(
        try await dossier.bound(), name: "\(dossier.aidCase.number).pdf", type: "application/pdf", isInline: true)
    },
    .file(CasePaths.dossierZIP.pattern, .exportDossiers, Text("卷宗导出包", "The dossier as an archive")) { request in
      let dossier = try await dossier(request)
      return .file(try await dossier.archive(), name: "\(dossier.aidCase.number).zip", type: "application/zip")
    },
  ]

  private static func dossier(_ request: WebRequest) async throws -> Dossier {
    let (principal, id, services) = (
      try request.requirePrincipal(), try request.id(of: Spine.Case.self), request.services
    )
    return try await services.database.read { reader in
      try Dossier(CaseTable.one(id, for: principal, reader), services, reader)
    }
  }
}
