import Storage

extension QualityGrade: SQLConvertible {}
extension CaseState: SQLConvertible {}
extension CaseEnding: SQLConvertible {}
extension TerminationReason: SQLConvertible {}
extension RetentionClass: SQLConvertible {}
extension ClosingBasis: SQLConvertible {}
extension ReplacementGround: SQLConvertible {}
extension ReplacementState: SQLConvertible {}
extension ReplacementOutcome: SQLConvertible {}
extension TerminationState: SQLConvertible {}
extension AssignmentReturn: SQLConvertible {}
