/// Where a renderer writes what can be long, piece by piece, so that it never stands in memory as a whole.
///
/// - Errors: the first failure is kept, what follows is dropped, and `finish` throws it: renderers need not stop to ask.
public struct ByteSink: ~Copyable {
  private static let pieceBytes = 1 << 16

  /// What is not written yet; renderers append to it.
  var pending: [UInt8] = []
  /// nil: nothing is written, all stays in `pending`.
  private let write: (([UInt8]) throws(OutputRule) -> Bool)?
  private var failure: OutputRule?
  private var hasReader = true

  init() { write = nil }

  /// - Parameter write: false where nobody reads any more, which is no failure.
  init(_ write: @escaping ([UInt8]) throws(OutputRule) -> Bool) { self.write = write }

  /// Nothing that is appended will be written.
  var isClosed: Bool { !hasReader || failure != nil }

  mutating func append(_ text: String) {
    pending.append(contentsOf: text.utf8)
    flushIfLarge()
  }

  mutating func append(_ bytes: [UInt8]) {
    pending.append(contentsOf: bytes)
    flushIfLarge()
  }

  /// Between records: writes where there is enough.
  @inline(__always)
  mutating func flushIfLarge() { if pending.count >= Self.pieceBytes { flush() } }

  private mutating func flush() {
    guard let write else { return }
    defer { pending.removeAll(keepingCapacity: true) }
    guard !isClosed, !pending.isEmpty else { return }
    do {
      hasReader = try write(pending)
    } catch {
      failure = error
    }
  }

  mutating func finish() throws(OutputRule) {
    flush()
    if let failure { throw failure }
  }
}
