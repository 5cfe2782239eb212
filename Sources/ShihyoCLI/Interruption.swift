import Glibc
import Shihyo

/// Where the signal handler writes the number of its signal. Set once, before the handler is installed; a plain number, so that
/// the handler can read it at any moment.
nonisolated(unsafe) private var signalPipe: Int32 = -1

/// Ctrl-C and its kin: what is half written is removed, and the process ends at once, wherever it is.
///
/// The handler only hands the signal on to a thread that waits for it. So nothing needs to be looked at in the loops, and the
/// cleaning up may do what a signal handler may not. Blocking the signals instead would not do: the main thread sleeps with
/// all of them open.
enum Interruption {
  /// A signal that the parent wants ignored (nohup, a job in the background of a script) stays so.
  static func watch() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    signalPipe = ends[1]
    guard startThread(reading: ends[0]) else { return }
    for number in [SIGINT, SIGTERM, SIGHUP] {
      var action = sigaction()
      guard sigaction(number, nil, &action) == 0, !isIgnored(action) else { continue }
      action = sigaction()
      action.__sigaction_handler.sa_handler = { number in
        let before = errno
        var byte = UInt8(truncatingIfNeeded: number)
        _ = write(signalPipe, &byte, 1)
        errno = before
      }
      action.sa_flags = SA_RESTART
      sigaction(number, &action, nil)
    }
  }

  private static func isIgnored(_ action: sigaction) -> Bool {
    guard let handler = action.__sigaction_handler.sa_handler else { return false }
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  private static func startThread(reading end: Int32) -> Bool {
    var thread = pthread_t()
    let started = pthread_create(
      &thread, nil,
      { context in
        Interruption.wait(Int32(Int(bitPattern: context)))
        return nil
      }, UnsafeMutableRawPointer(bitPattern: Int(end)))
    if started == 0 { pthread_detach(thread) }
    return started == 0
  }

  private static func wait(_ end: Int32) {
    var number: UInt8 = 0
    while true {
      let got = read(end, &number, 1)
      if got == 1 { break }
      if got == 0 || errno != EINTR { return }
    }
    let code = 128 + Int32(number)
    EngineChoice.releaseAll()
    TemporaryFiles.removeAll {
      ProgressLine.clear()
      _exit(code)
    }
  }
}
