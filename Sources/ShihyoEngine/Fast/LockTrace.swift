#if THREAD_SANITIZER
  @_silgen_name("__tsan_acquire")
  private func acquire(_ place: UnsafeMutableRawPointer)
  @_silgen_name("__tsan_release")
  private func release(_ place: UnsafeMutableRawPointer)
#endif

/// Tells ThreadSanitizer of a lock that it does not see: `Mutex` of the standard library waits in the kernel, and the library
/// is not built for the sanitizer, so everything behind a contended one would look like a race.
///
/// Nothing in any other build; `make sanitize` builds with `THREAD_SANITIZER`.
enum LockTrace {
  /// The first thing behind a lock of `owner`.
  @inline(__always)
  static func taken(by owner: AnyObject) {
    #if THREAD_SANITIZER
      acquire(Unmanaged.passUnretained(owner).toOpaque())
    #endif
  }

  /// The last thing behind it.
  @inline(__always)
  static func left(by owner: AnyObject) {
    #if THREAD_SANITIZER
      release(Unmanaged.passUnretained(owner).toOpaque())
    #endif
  }
}
