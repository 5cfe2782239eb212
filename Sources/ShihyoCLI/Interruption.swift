import Glibc
import Shihyo

/// Ctrl-C and its kin: what is half written is removed, and the process ends at once, wherever it is.
///
/// The signals are blocked in every thread and one thread waits for them. So nothing needs to be looked at in the loops, and
/// the cleaning up may do what a signal handler may not.
enum Interruption {
  /// To be called before any other thread is there. A signal that the parent wants ignored (nohup, a job in the background of
  /// a script) stays so.
  static func watch() {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(number) { sigaddset(&signals, number) }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    var thread = pthread_t()
    let started = pthread_create(
      &thread, nil,
      { _ in
        Interruption.wait()
        return nil
      }, nil)
    if started == 0 {
      pthread_detach(thread)
    } else {
      // Without the thread the signals must work as they always do.
      pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    }
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  private static func wait() {
    var blocked = sigset_t()
    pthread_sigmask(SIG_BLOCK, nil, &blocked)
    var number: Int32 = 0
    while sigwait(&blocked, &number) != 0 {}
    let code = 128 + number
    TemporaryFiles.removeAll {
      ProgressLine.clear()
      _exit(code)
    }
  }
}
