import CQPDF

/// A PDF opened for binding; the one file that knows qpdf's handles.
final class PDFDocument {
  let handle: qpdf_data?
  private let bytes: UnsafeMutableBufferPointer<CChar>
  /// Documents whose pages were taken over are read again when this one is written.
  private var sources: [PDFDocument] = []

  /// An empty document.
  init() throws {
    handle = Self.quiet()
    bytes = .allocate(capacity: 0)
    qpdf_empty_pdf(handle)
  }

  /// Refuses what is no PDF, is encrypted, or is too damaged to be read.
  init(_ file: [UInt8]) throws {
    handle = Self.quiet()
    bytes = .allocate(capacity: file.count)
    _ = bytes.initialize(from: file.lazy.map { CChar(bitPattern: $0) })
    let status = qpdf_read_memory(handle, "part", bytes.baseAddress, UInt64(file.count), nil)
    guard status & QPDF_ERROR_CODE(QPDF_ERRORS) == 0 else { throw failure() }
    guard qpdf_push_inherited_attributes_to_page(handle) & QPDF_ERROR_CODE(QPDF_ERRORS) == 0 else {
      throw failure()
    }
  }

  deinit {
    var handle = handle
    qpdf_cleanup(&handle)
    bytes.deallocate()
  }

  var pageCount: Int {
    get throws {
      let count = qpdf_get_num_pages(handle)
      guard count >= 0 else { throw failure() }
      return Int(count)
    }
  }

  func append(_ other: PDFDocument) throws {
    for index in 0..<(try other.pageCount) {
      let page = qpdf_get_page_n(other.handle, index)
      // A bound volume runs nothing when it is opened.
      qpdf_oh_remove_key(other.handle, page, "/AA")
      guard qpdf_add_page(handle, other.handle, page, 0) & QPDF_ERROR_CODE(QPDF_ERRORS) == 0 else {
        throw failure()
      }
    }
    sources.append(other)
  }

  /// The same parts give the same bytes.
  func write() throws -> [UInt8] {
    qpdf_init_write_memory(handle)
    qpdf_set_deterministic_ID(handle, 1)
    qpdf_set_object_stream_mode(handle, qpdf_o_generate)
    guard qpdf_write(handle) & QPDF_ERROR_CODE(QPDF_ERRORS) == 0 else { throw failure() }
    return Array(UnsafeBufferPointer(start: qpdf_get_buffer(handle), count: qpdf_get_buffer_length(handle)))
  }

  private func failure() -> PaperError {
    let error = qpdf_get_error(handle)
    guard let detail = qpdf_get_error_message_detail(handle, error) else { return .unsupportedPDF("unreadable") }
    return .unsupportedPDF(String(cString: detail))
  }

  private static func quiet() -> qpdf_data? {
    let handle = qpdf_init()
    qpdf_silence_errors(handle)
    qpdf_set_suppress_warnings(handle, 1)
    return handle
  }
}
