#if Spark
  import Synchronization

  /// Random identifiers as the protocol wants them (UUID, version 4).
  enum RandomID {
    static func make() -> String {
      var random = SystemRandomNumberGenerator()
      var bytes = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &random) }
      bytes[6] = bytes[6] & 0x0F | 0x40
      bytes[8] = bytes[8] & 0x3F | 0x80
      var text = ""
      for (place, byte) in bytes.enumerated() {
        if [4, 6, 8, 10].contains(place) { text += "-" }
        let digits = String(byte, radix: 16)
        text += digits.utf8.count == 1 ? "0" + digits : digits
      }
      return text
    }
  }

  /// A value behind a lock that can be kept in a reference.
  final class Lock<Value: Sendable>: Sendable {
    private let value: Mutex<Value>
    init(_ value: Value) { self.value = Mutex(value) }
    func with<Result: Sendable>(_ body: (inout Value) -> Result) -> Result {
      value.withLock { value in
        var copy = value
        let result = body(&copy)
        value = copy
        return result
      }
    }
  }
#endif
