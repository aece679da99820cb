import CPangoCairo

/// 印章图片 · Seal image: an office's own impression as a transparent PNG, checked before it goes on any paper.
package struct SealImage: Sendable, Hashable {
  /// Why a picture cannot be a seal's impression.
  package enum Problem: Error, Sendable, Hashable {
    case notPNG
    case size(width: Int, height: Int)
    case notSquare(width: Int, height: Int)
    /// The ground is not transparent: it would cover the text.
    case opaque
    /// Nothing is on it.
    case empty
    /// Not in red ink.
    case notRed
  }

  /// Fewer pixels print coarse at 42 mm, more only make files large.
  package static let sides = 300...3000

  package let bytes: [UInt8]
  package let width: Int
  package let height: Int

  package init(png bytes: [UInt8]) throws {
    guard let picture = try? Picture(bytes), picture.kind == .png else { throw Problem.notPNG }
    let (width, height) = (picture.width, picture.height)
    guard Self.sides.contains(width), Self.sides.contains(height) else {
      throw Problem.size(width: width, height: height)
    }
    guard abs(width - height) * 20 <= max(width, height) else {
      throw Problem.notSquare(width: width, height: height)
    }
    guard let surface = try? picture.surface() else { throw Problem.notPNG }
    defer { cairo_surface_destroy(surface) }
    try Ink(surface, width: width, height: height).check()
    (self.bytes, self.width, self.height) = (bytes, width, height)
  }
}

/// What stands on a picture: how much is covered, in which colour, and whether its corners are free.
private struct Ink {
  private var covered = 0
  private var corners = 0
  private var red = 0
  private var other = 0
  private let count: Int

  /// Cairo unpacks a PNG with alpha as premultiplied ARGB, one without as RGB: that one is opaque all over.
  init(_ surface: OpaquePointer?, width: Int, height: Int) throws {
    count = width * height
    guard cairo_image_surface_get_format(surface) == CAIRO_FORMAT_ARGB32,
      let data = cairo_image_surface_get_data(surface)
    else { throw SealImage.Problem.opaque }
    let stride = Int(cairo_image_surface_get_stride(surface))
    for y in 0..<height {
      for x in 0..<width {
        let pixel = UnsafeRawPointer(data + y * stride + x * 4).load(as: UInt32.self)
        guard pixel >> 24 > 16 else { continue }
        covered += 1
        red += Int(pixel >> 16 & 255)
        other += max(Int(pixel >> 8 & 255), Int(pixel & 255))
        if (x == 0 || x == width - 1) && (y == 0 || y == height - 1) { corners += 1 }
      }
    }
  }

  func check() throws {
    if covered * 100 < count { throw SealImage.Problem.empty }
    // A round impression leaves a fifth of its square free, a square one its ground.
    if corners > 0 || covered * 10 > count * 9 { throw SealImage.Problem.opaque }
    if red * 2 < other * 3 { throw SealImage.Problem.notRed }
  }
}
