import Glibc
import Shihyo
import Synchronization

/// One line on the terminal that says how far the reading has come, how fast it is and how long it will take: only where
/// standard error is a terminal, and only after half a second.
final class ProgressLine: Sendable {
  private static let firstAfter = 0.5
  private static let interval: UInt32 = 200_000

  private let progress: RunProgress
  /// Bytes of all sources; nil where standard input is among them.
  private let total: Int?
  private let language: Language
  private let start = ProgressLine.seconds()
  /// Whether a line stands there; nil once the work is done.
  private let isShown = Mutex<Bool?>(false)

  /// - Returns: nil where nobody would see it.
  static func start(_ progress: RunProgress, over dataset: Dataset, _ output: OutputOptions) -> ProgressLine? {
    guard isatty(STDERR_FILENO) == 1, !output.quiet else { return nil }
    let line = ProgressLine(progress, total: size(of: dataset), output.language)
    var thread = pthread_t()
    let context = Unmanaged.passRetained(line)
    let started = pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        Unmanaged<ProgressLine>.fromOpaque(context).takeRetainedValue().run()
        return nil
      }, context.toOpaque())
    guard started == 0 else {
      context.release()
      return nil
    }
    pthread_detach(thread)
    return line
  }

  private init(_ progress: RunProgress, total: Int?, _ language: Language) {
    self.progress = progress
    self.total = total
    self.language = language
  }

  /// Takes the line away; nothing is written afterwards.
  func end() {
    isShown.withLock { isShown in
      if isShown == true { Self.clear() }
      isShown = nil
    }
  }

  /// Empties the line that the cursor is on.
  static func clear() { if isatty(STDERR_FILENO) == 1 { put("\r\u{1B}[K") } }

  private func run() {
    usleep(UInt32(Self.firstAfter * 1e6))
    while true {
      let goesOn = isShown.withLock { isShown in
        guard isShown != nil else { return false }
        isShown = true
        Self.put("\r" + text(bytes: progress.bytes, after: Self.seconds() - start) + "\u{1B}[K")
        return true
      }
      if !goesOn { return }
      usleep(Self.interval)
    }
  }

  /// `読み込み中 412 MB / 1.0 GB（41 %）820 MB/秒、残り 1 秒`
  func text(bytes: Int, after seconds: Double) -> String {
    let rate = seconds > 0 ? Double(bytes) / seconds : 0
    let speed = Self.amount(rate)
    let done = Self.amount(Double(bytes))
    guard let total, total > 0 else {
      return language == .ja ? "読み込み中 \(done)、\(speed)/秒" : "Reading: \(done), \(speed)/s"
    }
    let percent = min(100, bytes * 100 / total)
    let all = Self.amount(Double(total))
    let ja = "読み込み中 \(done) / \(all)（\(percent) %）、\(speed)/秒"
    let en = "Reading: \(done) of \(all) (\(percent) %), \(speed)/s"
    guard rate > 0 else { return language == .ja ? ja : en }
    let left = Int((Double(max(0, total - bytes)) / rate).rounded(.up))
    return language == .ja ? ja + "、残り約 \(left) 秒" : en + ", about \(left) s left"
  }

  /// `412 MB`, `1.0 GB`.
  private static func amount(_ bytes: Double) -> String {
    if bytes < 1e6 { return "\(Int(bytes / 1e3)) kB" }
    if bytes < 999.5e6 { return "\(Int((bytes / 1e6).rounded())) MB" }
    let tenths = Int((bytes / 1e8).rounded())
    return "\(tenths / 10).\(tenths % 10) GB"
  }

  private static func size(of dataset: Dataset) -> Int? {
    var total = 0
    for source in dataset.sources {
      var status = stat()
      guard case .file(let path) = source, stat(path, &status) == 0 else { return nil }
      total += Int(status.st_size)
    }
    return total
  }

  private static func seconds() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }

  private static func put(_ text: String) {
    var text = text
    text.withUTF8 { _ = Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
