import Storage

extension CaseTrack: SQLConvertible {}
extension CaseForm: SQLConvertible {}
extension Stage: SQLConvertible {}
extension NoticeSituation: SQLConvertible {}
extension MatterCode: SQLConvertible {}
extension ExemptionCode: SQLConvertible {}
extension ProofMode: SQLConvertible {}
extension Eligibility.Verdict.Outcome: SQLConvertible {}
