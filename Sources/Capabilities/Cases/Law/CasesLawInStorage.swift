import Storage

extension QualityGrade: SQLConvertible {}
extension CaseState: SQLConvertible {}
extension CaseEnding: SQLConvertible {}
extension TerminationReason: SQLConvertible {}
extension RetentionClass: SQLConvertible {}
extension ClosingBasis: SQLConvertible {}
