/// 正文问题 · Body problem: why what was sent cannot be read at all. What concerns one field is said at the field.
enum BodyProblem: Error, Hashable {
  case malformed
  case tooLarge(limit: Int)
  case tooManyFields
  case unsupportedType
}

/// 准入问题 · Access problem: why a request may not go on.
enum AccessProblem: Error, Hashable {
  case signInNeeded
  case forbidden
  /// The form is older than the session, or was not made by one of our pages.
  case staleForm
}
