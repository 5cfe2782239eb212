import Glibc
import ShihyoEngine
public import ShihyoModel

/// Results on standard output.
public enum StandardOutput {
  /// Writes `text` to the end.
  ///
  /// - Returns: false where the reader has gone (`| head`): a quiet success, and nothing more need be written.
  /// - Errors: `output.write-failed` (74) for everything else, such as a full disk.
  @discardableResult
  public static func write(_ text: String) throws(Findings) -> Bool { try write(bytes: Array(text.utf8)) }

  @discardableResult
  public static func write(bytes: [UInt8]) throws(Findings) -> Bool {
    do {
      return try write(bytes, to: STDOUT_FILENO)
    } catch {
      throw Findings([Finding(error)], kind: error.kind)
    }
  }

  /// Writes piece by piece what `body` gives.
  public static func stream(_ body: (inout ByteSink) -> Void) throws(Findings) {
    var sink = ByteSink { bytes throws(OutputRule) in try write(bytes, to: STDOUT_FILENO) }
    body(&sink)
    do { try sink.finish() } catch { throw Findings([Finding(error)], kind: error.kind) }
  }

  static func write(_ bytes: [UInt8], to descriptor: Int32) throws(OutputRule) -> Bool {
    let signals = PipeSignalBlock()
    defer { signals.end() }
    do {
      try DescriptorWriter.write(bytes, to: descriptor)
      return true
    } catch {
      if error.number == EPIPE { return false }
      throw .writeFailed(reason: error.text)
    }
  }
}

/// Keeps SIGPIPE from ending the process while this thread writes, so that a closed pipe is an error number. Nothing else of
/// the process changes: a library does not set signal handlers for its user.
private struct PipeSignalBlock {
  private var pipeOnly = sigset_t()
  private var before = sigset_t()
  private let wasPending: Bool

  init() {
    sigemptyset(&pipeOnly)
    sigaddset(&pipeOnly, SIGPIPE)
    var pending = sigset_t()
    sigpending(&pending)
    wasPending = sigismember(&pending, SIGPIPE) == 1
    pthread_sigmask(SIG_BLOCK, &pipeOnly, &before)
  }

  /// Takes the signal that a failed write left behind, then lets signals through as before.
  func end() {
    var set = pipeOnly
    var now = timespec(tv_sec: 0, tv_nsec: 0)
    if !wasPending { while sigtimedwait(&set, nil, &now) == -1 && errno == EINTR {} }
    var mask = before
    pthread_sigmask(SIG_SETMASK, &mask, nil)
  }
}
