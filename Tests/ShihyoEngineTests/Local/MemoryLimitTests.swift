import ShihyoModel
import Testing

@testable import ShihyoEngine

/// Runs with less memory than their groups take.
@Suite struct MemoryLimitTests {
  private let file = TemporaryFile("k,v\n" + (0..<3_000).map { "u\($0),\($0)\n" }.joined())

  /// Refused with the amounts, whichever path reads, and wherever the groups are kept.
  @Test(arguments: [(true, 0), (true, 1 << 11), (false, 0)])
  func `a run that would take more than it may is refused`(_ usesIndex: Bool, _ ownGroups: Int) async throws {
    let dataset = Dataset(name: "t", sources: [file.source])
    let query = Query(keys: [GroupKey(column: "k")], aggregates: [.count, .sum("v")])
    func engine(_ limit: MemoryLimit) -> LocalEngine {
      LocalEngine(threads: 2, blockBytes: 512, usesIndex: usesIndex, ownGroups: ownGroups, memory: limit)
    }
    for limit in [MemoryLimit(resident: 1_000_000), MemoryLimit(resident: nil, addresses: 1_000_000)] {
      let error = await #expect(throws: Findings.self) { try await engine(limit).run([query], on: dataset) }
      #expect(error?.kind == .unavailable)
      #expect(error?.findings.map(\.code) == ["run.memory-short"])
    }
    let tables = try await engine(MemoryLimit(resident: nil)).run([query], on: dataset)
    #expect(tables[0].rows.count == 3_000)
  }

  @Test func `what is used is what the system says`() throws {
    let used = try #require(MemoryLimit(resident: 0).excess?.used)
    #expect(used > 1_000_000)
    #expect(MemoryLimit(resident: 1 << 60).excess == nil)
    #expect(MemoryLimit.system.excess == nil)
  }
}
