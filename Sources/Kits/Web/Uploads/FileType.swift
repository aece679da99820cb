package import Localization

/// 文件类型 · File type: what a file is by its content; its name and what the browser says of it count for nothing.
package enum FileType: String, Sendable, Hashable, CaseIterable {
  case pdf, png, jpeg, webp, heic, tiff, bmp, zip, office, audio, video, text, unknown

  /// What is received as papers and evidence: pages, pictures, recordings.
  package static let evidence: Set<FileType> = [.pdf, .png, .jpeg, .webp, .heic, .tiff, .bmp, .audio, .video]
  package static let pictures: Set<FileType> = [.png, .jpeg, .webp, .heic, .tiff, .bmp]
  package static let scans: Set<FileType> = pictures.union([.pdf])

  package var name: Text {
    switch self {
    case .pdf: Text("PDF文件", "PDF")
    case .png: Text("PNG图片", "PNG picture")
    case .jpeg: Text("JPEG图片", "JPEG picture")
    case .webp: Text("WebP图片", "WebP picture")
    case .heic: Text("HEIC图片", "HEIC picture")
    case .tiff: Text("TIFF图片", "TIFF picture")
    case .bmp: Text("BMP图片", "BMP picture")
    case .zip: Text("压缩文件", "ZIP archive")
    case .office: Text("旧版办公文档", "older office document")
    case .audio: Text("录音", "sound recording")
    case .video: Text("录像", "video recording")
    case .text: Text("文本文件", "text file")
    case .unknown: Text("其他文件", "other file")
    }
  }

  /// What it may be served as; anything a browser could run is only ever downloaded.
  package var mediaType: String {
    switch self {
    case .pdf: "application/pdf"
    case .png, .jpeg, .webp, .heic, .tiff, .bmp: "image/\(rawValue)"
    case .zip: "application/zip"
    case .text: "text/plain; charset=utf-8"
    case .office, .audio, .video, .unknown: "application/octet-stream"
    }
  }

  static let signatureSize = 64

  /// Knows a file by its first bytes.
  package init(content head: [UInt8]) {
    func starts(_ bytes: [UInt8], at offset: Int = 0) -> Bool { head.dropFirst(offset).starts(with: bytes) }
    func starts(_ text: String, at offset: Int = 0) -> Bool { starts(Array(text.utf8), at: offset) }
    let brand = starts("ftyp", at: 4) ? String(decoding: head.dropFirst(8).prefix(4), as: UTF8.self) : ""
    if starts("%PDF-") {
      self = .pdf
    } else if starts([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .png
    } else if starts([0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else if starts("RIFF"), starts("WEBP", at: 8) {
      self = .webp
    } else if ["heic", "heix", "mif1", "heif"].contains(brand) {
      self = .heic
    } else if starts([0x49, 0x49, 0x2A, 0x00]) || starts([0x4D, 0x4D, 0x00, 0x2A]) {
      self = .tiff
    } else if starts("BM"), starts([0, 0, 0, 0], at: 6) {
      self = .bmp
    } else if starts([0x50, 0x4B, 0x03, 0x04]) || starts([0x50, 0x4B, 0x05, 0x06]) {
      self = .zip
    } else if starts([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = .office
    } else if starts("RIFF") && starts("WAVE", at: 8) || starts("ID3") || starts("#!AMR") || brand.hasPrefix("M4A")
      || head.count > 1 && head[0] == 0xFF && [0xFB, 0xF3, 0xF2].contains(head[1])
    {
      self = .audio
    } else if !brand.isEmpty || starts("RIFF") && starts("AVI ", at: 8) {
      self = .video
    } else {
      let isText = !head.isEmpty && head.allSatisfy { $0 >= 0x20 || [0x09, 0x0A, 0x0D].contains($0) }
      self = isText ? .text : .unknown
    }
  }
}
