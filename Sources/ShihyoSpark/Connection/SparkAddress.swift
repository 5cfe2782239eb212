#if Spark
  public import ShihyoModel

  /// Where a Spark Connect server listens: `sc://HOST:PORT/;user_id=…;use_ssl=true;token=…`.
  ///
  /// - Errors: `spark.bad-address` (64). A token that stands in the address is never printed.
  /// - Source: the connection string of Spark Connect; the port is 15002 if not given.
  public struct SparkAddress: Hashable, Sendable {
    public let host: String
    public let port: Int
    public private(set) var userID = "shihyo"
    public private(set) var usesTLS = false
    let token: String?

    /// - Parameter token: from the environment; it wins over one in the address.
    public init(_ text: String, token environment: String? = nil) throws(Findings) {
      let scheme = "sc://"
      guard text.hasPrefix(scheme) else { throw Self.refused(text) }
      let rest = text.dropFirst(scheme.count)
      let parts = rest.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
      let place = parts[0]
      if place.hasPrefix("["), let end = place.firstIndex(of: "]") {
        host = String(place[place.index(after: place.startIndex)..<end])
        port = try Self.port(place[place.index(after: end)...], text)
      } else {
        let colon = place.firstIndex(of: ":") ?? place.endIndex
        host = String(place[..<colon])
        port = try Self.port(place[colon...], text)
      }
      guard !host.isEmpty else { throw Self.refused(text) }
      var own: String?
      for setting in (parts.count > 1 ? parts[1] : "").split(separator: ";") {
        let pair = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard pair.count == 2 else { throw Self.refused(text) }
        switch pair[0] {
        case "token": own = pair[1]
        case "user_id": userID = pair[1]
        case "use_ssl":
          guard ["true", "false"].contains(pair[1]) else { throw Self.refused(text) }
          usesTLS = pair[1] == "true"
        default: throw Self.refused(text)
        }
      }
      let token = environment.flatMap { $0.isEmpty ? nil : $0 } ?? own
      // What goes into a header must be plain.
      guard token?.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) ?? true else { throw Self.refused(text) }
      self.token = token
    }

    private static func port(_ text: Substring, _ whole: String) throws(Findings) -> Int {
      if text.isEmpty { return 15002 }
      guard text.first == ":", let port = Int(text.dropFirst()), (1...65535).contains(port) else {
        throw refused(whole)
      }
      return port
    }

    private static func refused(_ text: String) -> Findings {
      let shown = text.split(separator: ";", omittingEmptySubsequences: false).map {
        $0.hasPrefix("token=") ? "token=…" : String($0)
      }
      return Findings([Finding(SparkRule.badAddress, text: shown.joined(separator: ";"))], kind: .usage)
    }
  }
#endif
