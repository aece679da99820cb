/// 检索词 · Search terms: how a text is cut for the index, the same for both engines.
///
/// Runs of `[a-z0-9]` stay whole; Chinese is cut into pairs of neighbouring characters and the last one alone, so that
/// every character begins a term and a query of one character is a prefix. Everything else separates; blanks and commas
/// also part a query into phrases, each found by itself. What is typed on after is whole: 第1号 does not find 第12号.
package enum SearchTerms {
  /// 查询词 · One term of a query: exact, or the beginning of a term.
  package struct Wanted: Sendable, Hashable {
    package let term: String
    package let isPrefix: Bool
  }

  /// The terms of a stored text, each once, in the order of their first appearance.
  package static func make(from text: String) -> [String] {
    unique(runs(of: text).flatMap { $0.isChinese ? pairs($0.scalars) + [String($0.scalars.suffix(1))] : [$0.text] })
  }

  /// The terms that a text must hold to be a candidate; none where nothing can be searched for.
  package static func query(from text: String) -> [Wanted] {
    unique(
      phrases(of: text).flatMap { phrase in
        phrase.enumerated().flatMap { index, run in
          run.isChinese && run.scalars.count > 1
            ? pairs(run.scalars).map { Wanted(term: $0, isPrefix: false) }
            : [Wanted(term: run.text, isPrefix: index == phrase.count - 1)]
        }
      })
  }

  /// Whether every phrase of the query stands in the text: pairs alone would also find 张三 and 三丰 apart from each other.
  package static func confirms(_ query: String, in text: String) -> Bool {
    let stored = phrases(of: text)
    let wanted = phrases(of: query)
    return !wanted.isEmpty && wanted.allSatisfy { phrase in stored.contains { holds($0, phrase) } }
  }

  /// Whether the runs of a phrase follow each other in a stored one: the first ends with its run, the last begins so.
  private static func holds(_ stored: [Run], _ phrase: [Run]) -> Bool {
    guard let first = phrase.first, let last = phrase.last, phrase.count <= stored.count else { return false }
    if phrase.count == 1 { return stored.contains { $0.isAlike(first) && $0.holds(first) } }
    return (0...stored.count - phrase.count).contains { start in
      let here = stored[start..<start + phrase.count]
      return zip(here, phrase).allSatisfy { $0.isAlike($1) }
        && zip(here, phrase).dropFirst().dropLast().allSatisfy { $0.text == $1.text }
        && stored[start].ends(with: first) && stored[start + phrase.count - 1].begins(with: last)
    }
  }

  private struct Run {
    let isChinese: Bool
    var scalars: String.UnicodeScalarView

    var text: String { String(scalars) }
    func isAlike(_ other: Run) -> Bool { isChinese == other.isChinese }
    func begins(with other: Run) -> Bool { scalars.starts(with: other.scalars) }
    func ends(with other: Run) -> Bool {
      isChinese ? scalars.suffix(other.scalars.count).elementsEqual(other.scalars) : text == other.text
    }

    /// Chinese anywhere, letters and digits at the beginning.
    func holds(_ other: Run) -> Bool {
      guard isChinese else { return begins(with: other) }
      var rest = scalars[...]
      while rest.count >= other.scalars.count {
        if rest.starts(with: other.scalars) { return true }
        rest.removeFirst()
      }
      return false
    }
  }

  private static func phrases(of text: String) -> [[Run]] {
    text.split { $0.isWhitespace || ",，、".contains($0) }.map { runs(of: $0) }.filter { !$0.isEmpty }
  }

  private static func runs(of text: some StringProtocol) -> [Run] {
    var runs: [Run] = []
    var isOpen = false
    for scalar in text.unicodeScalars.map(\.halfWidth) {
      guard let (isChinese, folded) = classify(scalar) else {
        isOpen = false
        continue
      }
      if isOpen, let last = runs.last, last.isChinese == isChinese {
        runs[runs.count - 1].scalars.append(folded)
      } else {
        runs.append(Run(isChinese: isChinese, scalars: String.UnicodeScalarView([folded])))
        isOpen = true
      }
    }
    return runs
  }

  private static func classify(_ scalar: Unicode.Scalar) -> (isChinese: Bool, folded: Unicode.Scalar)? {
    switch scalar {
    case "a"..."z", "0"..."9": (false, scalar)
    case "A"..."Z": (false, Unicode.Scalar(UInt8(scalar.value) + 32))
    case _ where scalar.properties.isIdeographic: (true, scalar)
    default: nil
    }
  }

  private static func pairs(_ scalars: String.UnicodeScalarView) -> [String] {
    zip(scalars, scalars.dropFirst()).map { String(String.UnicodeScalarView([$0, $1])) }
  }

  private static func unique<T: Hashable>(_ items: [T]) -> [T] {
    var seen: Set<T> = []
    return items.filter { seen.insert($0).inserted }
  }
}
