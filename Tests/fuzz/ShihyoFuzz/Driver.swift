import Glibc

/// The fuzzer without coverage: runs where the compiler brings no libFuzzer, and shortly in every `make test`.
///
///     ShihyoFuzz run SECONDS CORPUS FAILURES [SEED]    all doors; fails where an input ends the process, or takes 20 s
///     ShihyoFuzz replay TARGET FILE…                   single inputs, in this process
///
/// The corpus has one folder a door. What ends a process is kept in FAILURES.
struct Driver {
  let seconds: Int
  let corpus: String
  let failures: String
  let seed: UInt64

  /// Runs each door in a process of its own; false where one failed.
  func runAll(_ program: String) -> Bool {
    var isFine = true
    for (index, target) in FuzzTarget.allCases.enumerated() {
      var left = max(1, seconds / FuzzTarget.allCases.count)
      var round = UInt64(0)
      while left > 0 {
        let start = time(nil)
        let seed = seed &+ round &* 1000 &+ UInt64(index)
        let status = child(program, ["child", target.rawValue, "\(left)", corpus, failures, "\(seed)"])
        left -= max(1, Int(time(nil) - start))
        if status == 0 { break }
        isFine = false
        round += 1
        let kept = "\(failures)/\(target.rawValue)-\(seed)"
        rename("\(failures)/\(target.rawValue).current", kept)
        print("\(target.rawValue): an input ended the process (status \(status)): \(kept)")
      }
    }
    return isFine
  }

  /// One door in this process, until the time is over or an input ends it.
  func run(_ target: FuzzTarget) {
    guard let scratch = Scratch() else { exit(74) }
    var inputs = Scratch.names(in: "\(corpus)/\(target.rawValue)").compactMap {
      Scratch.read("\(corpus)/\(target.rawValue)/\($0)")
    }
    let current = open("\(failures)/\(target.rawValue).current", O_RDWR | O_CREAT | O_TRUNC, 0o600)
    guard current >= 0 else { exit(73) }
    func run(_ input: [UInt8]) {
      _ = input.withUnsafeBytes { pwrite(current, $0.baseAddress, $0.count, 0) }
      ftruncate(current, off_t(input.count))
      alarm(20)
      target.run(input, scratch)
    }
    inputs.forEach(run)
    if inputs.isEmpty { inputs = [[]] }
    var mutator = Mutator(seed: seed, words: target.words)
    let end = time(nil) + seconds
    var count = inputs.count
    while time(nil) < end {
      run(mutator.next(from: inputs))
      count += 1
    }
    alarm(0)
    unlink("\(failures)/\(target.rawValue).current")
    print("\(target.rawValue): \(count) inputs in \(seconds) s, seed \(seed)")
  }

  private func child(_ program: String, _ words: [String]) -> Int32 {
    var arguments: [UnsafeMutablePointer<CChar>?] = ([program] + words).map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var identifier = pid_t()
    guard posix_spawn(&identifier, program, nil, nil, &arguments, environ) == 0 else { return -1 }
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
    return status
  }
}

#if !LIBFUZZER
  @main
  enum ShihyoFuzz {
    static func main() {
      let words = CommandLine.arguments
      if words.count >= 4, words[1] == "replay", let target = FuzzTarget(rawValue: words[2]), let scratch = Scratch() {
        for file in words[3...] {
          guard let input = Scratch.read(file) else { exit(66) }
          target.run(input, scratch)
          print("\(file): fine")
        }
        return
      }
      let isChild = words.count == 7 && words[1] == "child"
      let rest = Array(words.dropFirst(isChild ? 3 : 2))
      guard rest.count >= 3, let seconds = Int(rest[0]) else {
        print("ShihyoFuzz run SECONDS CORPUS FAILURES [SEED] | replay TARGET FILE…")
        exit(64)
      }
      mkdir(rest[2], 0o755)
      let driver = Driver(
        seconds: seconds, corpus: rest[1], failures: rest[2], seed: rest.count > 3 ? UInt64(rest[3]) ?? 1 : 1)
      if isChild, let target = FuzzTarget(rawValue: words[2]) { return driver.run(target) }
      exit(driver.runAll(words[0]) ? 0 : 1)
    }
  }
#endif
