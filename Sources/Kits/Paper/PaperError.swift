/// 文书错误 · Why a paper could not be made, signed or bound. Not for clients: these are faults of the
/// installation or of the file, and the job that meets one reports it.
package enum PaperError: Error, Hashable, Sendable {
  case fontMissing(String)
  case drawing(String)
  case crypto(String)
  /// The file cannot be signed or bound.
  case unsupportedPDF(String)
  /// The signature does not fit into the room kept for it.
  case signatureTooLong(Int)
  /// Not a private key, or the passphrase does not open it.
  case keyNotReadable
}
