import Foundation
import Storage
import WorkCalendar

/// 办理执行 · Action runner: the only place that opens a write transaction for a record.
package struct ActionRunner: Sendable {
  package let services: Services

  package init(_ services: Services) { self.services = services }

  /// Runs an action once. A token seen before is answered with the first result; a commit in doubt is settled by
  /// looking the token up, never by running again.
  @discardableResult
  package func run<A: Action>(
    _ action: A, as principal: Principal, _ submission: Submission = .none
  ) async throws -> A.Outcome {
    guard principal.holds(A.permission) else {
      services.tally.actionFailed(isRefused: true)
      await audit(.notAllowed, of: A.self, by: principal)
      throw Refusal.notAllowed
    }
    let submission =
      submission.token == nil ? Submission(token: "auto-\(UUIDv7())", version: submission.version) : submission
    let services = services
    do {
      let outcome = try await services.database.write(serial: principal.county.uuid) { tx in
        if let known = try Self.settled(A.Outcome.self, submission, principal.county, tx) { return known }
        return try Self.perform(action, principal, submission, services, tx)
      }
      services.tally.actionDone()
      return outcome
    } catch StorageError.inDoubt {
      guard let known = try await settled(A.Outcome.self, submission, principal.county) else {
        throw StorageError.unavailable("the commit did not reach the database")
      }
      services.tally.actionDone()
      return known
    } catch {
      services.tally.actionFailed(isRefused: !Self.refusals(in: error).isEmpty)
      for refusal in Self.refusals(in: error) where refusal.isAudited {
        await audit(refusal, of: A.self, by: principal)
      }
      throw error
    }
  }

  /// Runs an action that has to be prepared while no transaction is open, such as one that draws a file. A form sent twice
  /// is answered with its first result, and nothing is prepared again.
  @discardableResult
  package func run<A: Action>(
    as principal: Principal, _ submission: Submission, preparing action: () async throws -> A
  ) async throws -> A.Outcome {
    if principal.holds(A.permission) {
      let isKnown = try await services.database.read {
        try Self.known(A.Outcome.self, submission, principal.county, $0) != nil
      }
      if isKnown, let known = try await settled(A.Outcome.self, submission, principal.county) { return known }
    }
    return try await run(action(), as: principal, submission)
  }

  private static func refusals(in error: any Error) -> [Refusal] {
    (error as? Refusals)?.all ?? (error as? Refusal).map { [$0] } ?? []
  }

  private static func known<Outcome: Decodable>(
    _: Outcome.Type, _ submission: Submission, _ county: CountyID, _ reader: any Reader
  ) throws -> Outcome? {
    guard let token = submission.token else { return nil }
    let stored = try reader.value(
      "SELECT outcome FROM event WHERE county = \(county) AND token = \(token)", as: String?.self)
    guard let text = stored ?? nil else { return nil }
    return try JSONDecoder().decode(Outcome.self, from: Data(text.utf8))
  }

  private func settled<Outcome: Decodable & Sendable>(
    _: Outcome.Type, _ submission: Submission, _ county: CountyID
  ) async throws -> Outcome? {
    try await services.database.write(serial: county.uuid) {
      try Self.settled(Outcome.self, submission, county, $0)
    }
  }

  /// The first result of a token seen before. Something is written with it, so that this commit waits for the standby, where
  /// there is one, and with it for what stands before.
  private static func settled<Outcome: Decodable>(
    _: Outcome.Type, _ submission: Submission, _ county: CountyID, _ tx: any Writer
  ) throws -> Outcome? {
    let known = try known(Outcome.self, submission, county, tx)
    if known != nil { try tx.run("UPDATE county SET chain_count = chain_count WHERE id = \(county)") }
    return known
  }

  private static func perform<A: Action>(
    _ action: A, _ principal: Principal, _ submission: Submission, _ services: Services, _ tx: any Writer
  ) throws -> A.Outcome {
    guard
      let chain = try tx.row(
        """
        SELECT chain_count, chain_head,
          (SELECT at FROM event WHERE event.county = county.id AND event.number = county.chain_count) AS newest
        FROM county WHERE id = \(principal.county)
        """)
    else { throw Refusal.notFound }
    let count: Int = try chain.get("chain_count")
    let context = ActionContext(
      tx: tx, principal: principal, now: try time(A.self, after: try chain.get("newest"), services.clock),
      services: services,
      calendar: try CalendarTable.calendar(of: principal.county, over: services.calendar, tx),
      submission: submission, eventNumber: count + 1)
    let outcome = try action.perform(in: context)
    guard let draft = context.draft else { preconditionFailure("\(A.self) recorded no event") }
    let head = try append(
      draft, context, after: try chain.get("chain_head"), outcome: CanonicalJSON.encode(outcome))
    try react(to: draft, after: head, context)
    return outcome
  }

  /// The time of an event: never before that of the one before it, where the machine's own clock is asked. A clock that
  /// was set back by little waits; by much, nothing is recorded until it is right.
  private static func time<A: Action>(_: A.Type, after newest: Instant?, _ clock: WallClock) throws -> Instant {
    let now = clock.now()
    guard clock.isOfMachine, !A.mayTurnBack, let newest, now < newest else { return now }
    guard newest <= now.adding(minutes: WallClock.patience) else { throw Refusal.clockBehind(now, newest) }
    return newest
  }

  /// Other capabilities act on the event in the same transaction, each with an event of its own.
  private static func react(to draft: EventDraft, after head: [UInt8], _ context: ActionContext) throws {
    var (head, number) = (head, context.eventNumber)
    for reaction in context.services.reactions where reaction.on == draft.kind {
      guard try reaction.applies(context.tx, context.county, draft) else { continue }
      number += 1
      let next = ActionContext(
        tx: context.tx, principal: context.principal, now: context.now, services: context.services,
        calendar: context.calendar, submission: .none, eventNumber: number)
      try reaction.perform(next, draft)
      guard let own = next.draft else { preconditionFailure("a reaction on \(draft.kind) recorded no event") }
      head = try append(own, next, after: head, outcome: "{}")
    }
  }

  private static func append(
    _ draft: EventDraft, _ context: ActionContext, after head: [UInt8], outcome: String
  ) throws -> [UInt8] {
    let principal = context.principal
    let body = try CanonicalJSON.bytes(
      EventBody(
        county: context.county.description, number: context.eventNumber, id: context.eventID.description,
        at: context.now.description, kind: draft.kind, actor: principal.user?.description ?? "system",
        actorName: principal.name, subject: "\(draft.subject.kind):\(draft.subject.id)",
        others: draft.others.map { "\($0.kind):\($0.id)" }, rules: draft.rules?.rawValue,
        basis: draft.basis.map { "\($0.law.key) \($0.article)" }, facts: draft.facts,
        token: context.submission.token, outcome: outcome))
    let hash = EventChain.hash(after: head, body)
    try context.tx.run(
      """
      INSERT INTO event (county, number, id, kind, at, actor, actor_name, subject_kind, subject_id, token, outcome,
        body, hash)
      VALUES (\(context.county), \(context.eventNumber), \(context.eventID), \(draft.kind),
        \(context.now.milliseconds), \(principal.user), \(principal.name), \(draft.subject.kind),
        \(draft.subject.id), \(context.submission.token), \(outcome), \(body), \(hash))
      """)
    for other in draft.others {
      try context.tx.run(
        """
        INSERT INTO event_subject (county, subject_kind, subject_id, event_number)
        VALUES (\(context.county), \(other.kind), \(other.id), \(context.eventNumber))
        """)
    }
    let subjects = [draft.subject] + draft.others + context.touched
    try SearchIndex.keep(subjects, in: context)
    try Totals.keep(subjects, in: context)
    try context.tx.run(
      """
      UPDATE county SET chain_count = \(context.eventNumber), chain_head = \(hash) WHERE id = \(context.county)
      """)
    return hash
  }

  /// Writes a refused attempt into the log; failing to do so never hides the refusal itself.
  private func audit<A: Action>(_ refusal: Refusal, of: A.Type, by principal: Principal) async {
    let attempt = RecordRefusedAttempt(action: String(describing: A.self), refusal: refusal.key)
    _ = try? await run(attempt, as: principal)
  }
}

/// 留痕 · Records that somebody tried what the rules do not allow.
struct RecordRefusedAttempt: Action {
  static let permission = Permission.signedIn
  let action: String
  let refusal: String

  func perform(in context: ActionContext) throws -> Done {
    context.record(
      "action.refused", .county(context.county),
      facts: ["action": .text(action), "refusal": .text(refusal)])
    return Done()
  }
}
