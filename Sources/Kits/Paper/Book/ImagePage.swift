import CPangoCairo

extension PaperPress {
  /// 影印页 · Sets a picture upright on one A4 page, as large as it fits. JPEG data goes in as it is.
  func imagePage(_ picture: Picture, createdAt: Int64) throws -> [UInt8] {
    let canvas = try Canvas()
    canvas.describe(title: "", author: "", createdAt: createdAt)
    let surface = try picture.surface()
    defer { cairo_surface_destroy(surface) }
    let (width, height) = (Double(picture.width), Double(picture.height))
    let isTurned = !picture.quarterTurns.isMultiple(of: 2)
    let margin = 18 * Sheet.millimetre
    let scale = min(
      (Sheet.width - 2 * margin) / (isTurned ? height : width),
      (Sheet.height - 2 * margin) / (isTurned ? width : height))
    canvas.at(Sheet.width / 2, Sheet.height / 2) {
      cairo_rotate(canvas.context, Double(picture.quarterTurns) * .pi / 2)
      cairo_scale(canvas.context, scale, scale)
      cairo_set_source_surface(canvas.context, surface, -width / 2, -height / 2)
      cairo_paint(canvas.context)
    }
    canvas.endPage()
    return try canvas.finish()
  }
}

extension Picture {
  /// What cairo paints it from; whoever asks destroys it. Refuses what it cannot read.
  func surface() throws -> OpaquePointer? {
    let surface =
      switch kind {
      case .png: unpacked()
      // Only its size counts: the page gets the JPEG data.
      case .jpeg: cairo_image_surface_create(CAIRO_FORMAT_A1, Int32(width), Int32(height))
      }
    guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else {
      cairo_surface_destroy(surface)
      throw PaperError.unsupportedPDF("a picture that cannot be read")
    }
    if kind == .jpeg { attach(bytes, to: surface) }
    return surface
  }

  private func unpacked() -> OpaquePointer? {
    bytes.withUnsafeBytes { bytes in
      var reader = Reader(rest: bytes[...])
      return withUnsafeMutablePointer(to: &reader) { reader in
        cairo_image_surface_create_from_png_stream(
          { reader, target, count in
            guard let reader, let target else { return CAIRO_STATUS_READ_ERROR }
            return reader.assumingMemoryBound(to: Reader.self).pointee.read(Int(count), to: target)
          }, reader)
      }
    }
  }

  /// Cairo keeps the data until the page is written.
  private func attach(_ jpeg: [UInt8], to surface: OpaquePointer?) {
    let data = UnsafeMutablePointer<UInt8>.allocate(capacity: jpeg.count)
    data.initialize(from: jpeg, count: jpeg.count)
    cairo_surface_set_mime_data(
      surface, CAIRO_MIME_TYPE_JPEG, data, UInt(jpeg.count), { $0?.deallocate() }, data)
  }

  private struct Reader {
    var rest: Slice<UnsafeRawBufferPointer>

    mutating func read(_ count: Int, to target: UnsafeMutablePointer<UInt8>) -> cairo_status_t {
      guard rest.count >= count else { return CAIRO_STATUS_READ_ERROR }
      target.update(from: Array(rest.prefix(count)), count: count)
      rest = rest.dropFirst(count)
      return CAIRO_STATUS_SUCCESS
    }
  }
}
