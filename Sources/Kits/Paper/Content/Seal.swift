/// 印章 · A drawn seal: a red ring, a five-pointed star and the agency's name on the arc.
package struct Seal: Sendable, Hashable, Codable {
  package var agency: String
  /// A straight line below the star, such as 法律援助专用章.
  package var purpose: String?
  /// Small digits along the bottom of the ring.
  package var serial: String?
  /// The office's own impression, a PNG; it takes the place of the drawing.
  package var image: [UInt8]?

  package init(agency: String, purpose: String? = nil, serial: String? = nil, image: [UInt8]? = nil) {
    self.agency = agency
    self.purpose = purpose
    self.serial = serial
    self.image = image
  }
}
