/// 收案草稿 · The draft of the counter.
enum CounterDraft {
  static let kind = "application"
}
