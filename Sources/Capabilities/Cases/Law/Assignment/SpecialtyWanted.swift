package import Intake
package import Registry

extension Specialty {
  /// What a case asks for; nil where nothing particular.
  package static func wanted(_ track: CaseTrack, _ matter: MatterCode?) -> Specialty? {
    if track.isCriminal { return .criminal }
    switch (track, matter) {
    case (.labourArbitration, _), (_, .labourPay): return .labour
    case (_, .maintenance): return .family
    case (.administrative, _), (.stateCompensation, _): return .administrative
    case (.petition, _): return .petition
    default: return nil
    }
  }
}
