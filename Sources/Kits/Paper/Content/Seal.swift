/// 印章 · A drawn seal: a red ring, a five-pointed star and the agency's name on the arc.
package struct Seal: Sendable, Hashable, Codable {
  package var agency: String
  /// A straight line below the star, such as 法律援助专用章.
  package var purpose: String?
  /// Small digits along the bottom of the ring.
  package var serial: String?

  package init(agency: String, purpose: String? = nil, serial: String? = nil) {
    self.agency = agency
    self.purpose = purpose
    self.serial = serial
  }
}
