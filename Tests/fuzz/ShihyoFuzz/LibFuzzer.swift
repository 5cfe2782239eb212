#if LIBFUZZER
  import Glibc

  /// The door that `SHIHYO_FUZZ` names, for a build with `-sanitize=fuzzer`.
  private let target = getenv("SHIHYO_FUZZ").flatMap { FuzzTarget(rawValue: String(cString: $0)) } ?? .reading
  private let scratch = Scratch()

  @_cdecl("LLVMFuzzerTestOneInput")
  func testOneInput(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
    guard let scratch else { return -1 }
    target.run(Array(UnsafeBufferPointer(start: bytes, count: count)), scratch)
    return 0
  }

  // The package manager names the entry point of an executable after it, which keeps libFuzzer's own `main` out.
  @_silgen_name("LLVMFuzzerRunDriver")
  private func runDriver(
    _ count: UnsafeMutablePointer<Int32>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ test: @convention(c) (UnsafePointer<UInt8>, Int) -> Int32
  ) -> Int32

  @_cdecl("ShihyoFuzz_main")
  func main(_ count: Int32, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Int32 {
    var (count, arguments) = (count, arguments)
    return runDriver(&count, &arguments) { testOneInput($0, $1) }
  }
#endif
