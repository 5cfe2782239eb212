import Glibc

/// Threads of the operating system for work that fills a core; the caller's thread is one of them.
enum WorkerThreads {
  /// Processors that this process may use, at least 1.
  static var available: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Runs `body` `count` times at once, with 0, 1, 2, …; returns when all are done.
  ///
  /// Where the system gives no further thread, the work is done by those that there are.
  static func run(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    var threads: [pthread_t] = []
    for index in 1..<max(2, count) where index < count {
      let job = Job { body(index) }
      var thread = pthread_t()
      let context = Unmanaged.passRetained(job)
      let failed = pthread_create(
        &thread, nil,
        { context in
          guard let context else { return nil }
          Unmanaged<Job>.fromOpaque(context).takeRetainedValue().run()
          return nil
        }, context.toOpaque())
      if failed == 0 { threads.append(thread) } else { context.release() }
    }
    body(0)
    for thread in threads { pthread_join(thread, nil) }
  }

  private final class Job: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }
}
