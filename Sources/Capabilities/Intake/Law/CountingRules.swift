/// 统计口径 · Counting rules: how cases are classified when they are counted. A report prints the
/// version it used. The texts do not settle whether arbitration is litigation, so the set is a setting.
package struct CountingRules: Sendable, Hashable {
  package let version: Int
  package let litigationForms: Set<CaseForm>

  package init(version: Int, litigationForms: Set<CaseForm>) {
    self.version = version
    self.litigationForms = litigationForms
  }

  package static let standard = CountingRules(
    version: 1,
    litigationForms: [
      .criminalDefence, .criminalAgency, .civilLitigationAgency, .administrativeLitigationAgency,
      .compensationLitigationAgency,
    ])

  package func isLitigation(_ form: CaseForm) -> Bool { litigationForms.contains(form) }

  /// A criminal track, or a criminal form whatever the track or stage.
  package static func isCriminal(_ track: CaseTrack, _ form: CaseForm) -> Bool {
    track.isCriminal || form.isCriminal
  }
}
