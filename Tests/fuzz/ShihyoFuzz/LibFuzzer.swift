#if LIBFUZZER
  import Glibc

  /// The door that `SHIHYO_FUZZ` names, for a build with `-sanitize=fuzzer`, which brings its own `main`.
  private let target = getenv("SHIHYO_FUZZ").flatMap { FuzzTarget(rawValue: String(cString: $0)) } ?? .reading
  private let scratch = Scratch()

  @_cdecl("LLVMFuzzerTestOneInput")
  func testOneInput(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
    guard let scratch else { return -1 }
    target.run(Array(UnsafeBufferPointer(start: bytes, count: count)), scratch)
    return 0
  }
#endif
