/// 笔迹 · Handwriting: the strokes of a finger or a pen as they were drawn, in whole units of the surface they were
/// drawn on.
package struct Handwriting: Sendable, Hashable, Codable {
  package static let mostPoints = 20_000

  package let width: Int
  package let height: Int
  /// Each stroke's points one after the other: x, y, x, y.
  package let strokes: [[Int]]

  /// Refuses what is no writing: no surface, too many points, a point beside the surface, or only a dot.
  package init?(width: Int, height: Int, strokes: [[Int]]) {
    guard (1...10_000).contains(width), (1...10_000).contains(height),
      strokes.reduce(0, { $0 + $1.count }) <= 2 * Self.mostPoints,
      strokes.allSatisfy({ !$0.isEmpty && $0.count.isMultiple(of: 2) })
    else { return nil }
    self.width = width
    self.height = height
    self.strokes = strokes
    let (ink, whole) = (ink, (x: 0...width, y: 0...height))
    guard let ink, whole.x.contains(ink.x.lowerBound), whole.x.contains(ink.x.upperBound),
      whole.y.contains(ink.y.lowerBound), whole.y.contains(ink.y.upperBound),
      max(ink.x.count, ink.y.count) > height / 10
    else { return nil }
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let read = Handwriting(
      width: try container.decode(Int.self, forKey: .width),
      height: try container.decode(Int.self, forKey: .height),
      strokes: try container.decode([[Int]].self, forKey: .strokes))
    guard let read else {
      throw DecodingError.dataCorruptedError(forKey: .strokes, in: container, debugDescription: "not handwriting")
    }
    self = read
  }

  /// The smallest rectangle around every stroke.
  var ink: (x: ClosedRange<Int>, y: ClosedRange<Int>)? {
    let points = strokes.flatMap(Self.points)
    guard let left = points.map(\.x).min(), let right = points.map(\.x).max(), let top = points.map(\.y).min(),
      let bottom = points.map(\.y).max()
    else { return nil }
    return (left...right, top...bottom)
  }

  static func points(_ stroke: [Int]) -> [(x: Int, y: Int)] {
    stride(from: 0, to: stroke.count - 1, by: 2).map { (stroke[$0], stroke[$0 + 1]) }
  }
}
