import Glibc
import ShihyoModel

/// What a run may take of the memory of this machine, so that too many groups are refused in words and not by the system, which
/// would end this process or another one.
///
/// - Limits: the memory of the machine and of the control group that the process runs in, and `ulimit -v`; a run may fill
///   a share of each, as what comes behind the reading (sorting, printing) takes some as well.
/// - Cost: one small file of the system at each `check`: some microseconds.
struct MemoryLimit: Sendable {
  private static let residentShare = 0.6
  /// A table that doubles has its new addresses at once, long before it fills them, beside the old ones.
  private static let addressShare = 0.35

  /// Bytes that may be resident, and bytes of addresses; nil: no limit.
  private let resident: Int?
  private let addresses: Int?

  /// The limits of the system.
  static let system = MemoryLimit(
    resident: ([machine] + ["/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"].map(number))
      .compactMap { $0 }.min().map { part(residentShare, of: $0) },
    addresses: addressLimit.map { limit in
      let before = used?.addresses ?? 0
      return before + part(addressShare, of: max(0, limit - before))
    })

  /// - Parameter resident: bytes, as the system counts them for the whole process.
  init(resident: Int?, addresses: Int? = nil) {
    self.resident = resident
    self.addresses = addresses
  }

  /// How many bytes are used of a limit that is passed.
  struct Excess: Sendable {
    let used: Int
    let limit: Int

    /// `RunRule.memoryShort` (unavailable).
    var findings: Findings {
      Findings([Finding(RunRule.memoryShort(used: used, limit: limit))], kind: .unavailable)
    }
  }

  /// nil below the limits.
  var excess: Excess? {
    guard let used = Self.used else { return nil }
    if let resident, used.resident > resident { return Excess(used: used.resident, limit: resident) }
    if let addresses, used.addresses > addresses { return Excess(used: used.addresses, limit: addresses) }
    return nil
  }

  /// - Errors: `RunRule.memoryShort` (unavailable).
  func check() throws(Findings) {
    if let excess { throw excess.findings }
  }

  private static func part(_ share: Double, of bytes: Int) -> Int { Int(Double(bytes) * share) }

  private static var machine: Int? {
    let bytes = sysconf(Int32(_SC_PHYS_PAGES)).multipliedReportingOverflow(by: sysconf(Int32(_SC_PAGESIZE)))
    return bytes.overflow || bytes.partialValue <= 0 ? nil : bytes.partialValue
  }

  private static var addressLimit: Int? {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0 else { return nil }
    return Int(exactly: limit.rlim_cur)
  }

  /// Bytes of this process, in pages at first: all addresses, and what is in memory.
  private static var used: (addresses: Int, resident: Int)? {
    guard let text = text(of: "/proc/self/statm") else { return nil }
    let pages = text.split(separator: " ").prefix(2).compactMap { Int($0) }
    let page = sysconf(Int32(_SC_PAGESIZE))
    return pages.count == 2 ? (pages[0] * page, pages[1] * page) : nil
  }

  /// The number that a file of the system holds; nil where it says `max`, or is not there.
  private static func number(_ path: String) -> Int? {
    text(of: path).flatMap { Int($0.prefix { $0.isNumber }) }
  }

  private static func text(of path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 128)
    let count = read(descriptor, &bytes, bytes.count)
    return count > 0 ? String(decoding: bytes[..<count], as: UTF8.self) : nil
  }
}
