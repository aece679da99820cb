package import Kernel

/// 拒绝的原因 · The keys of the refusals that `body` ends in, in their order; none where it succeeds.
package func refusedKeys(_ body: () async throws -> Void) async throws -> [String] {
  try await refusals(body).map(\.key)
}

/// The same with their words and articles.
package func refusals(_ body: () async throws -> Void) async throws -> [Refusal] {
  do {
    try await body()
    return []
  } catch let refusals as Refusals {
    return refusals.all
  } catch let refusal as Refusal {
    return [refusal]
  }
}
