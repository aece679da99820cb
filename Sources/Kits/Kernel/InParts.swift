extension Collection {
  /// 分批 · So many at a time, in order: what is sent to the database is never too much for one statement or the memory.
  func inParts(of size: Int, _ body: (SubSequence) throws -> Void) rethrows {
    var rest = self[...]
    while !rest.isEmpty {
      try body(rest.prefix(size))
      rest = rest.dropFirst(size)
    }
  }
}
