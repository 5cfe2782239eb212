/// The declared digest of a resource's file: `sha256:…`; without a name it is MD5, as the standard says.
public struct ResourceHash: Hashable, Sendable {
  public enum Algorithm: String, Hashable, Sendable, CaseIterable {
    case md5, sha1, sha256, sha512

    var hexadecimalDigits: Int {
      switch self {
      case .md5: 32
      case .sha1: 40
      case .sha256: 64
      case .sha512: 128
      }
    }
  }

  public let algorithm: Algorithm
  /// Lower case.
  public let hexadecimal: String

  /// nil where the algorithm is unknown or the digits are not as many as it gives.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.count == 2 ? parts[0].lowercased() : "md5"
    let digits = parts[parts.count - 1].lowercased()
    guard let algorithm = Algorithm(rawValue: name), digits.utf8.count == algorithm.hexadecimalDigits,
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    else { return nil }
    self.algorithm = algorithm
    hexadecimal = digits
  }
}
