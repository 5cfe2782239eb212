import Glibc
import Synchronization

/// Lets threads pass one after the other, in the order of their numbers; once closed, nobody has to wait.
///
/// Waiting gives the processor away, first at once and then for some microseconds at a time: a turn is rarely far off,
/// and a lock with a condition would cost more than the wait.
final class OrderedTurns: Sendable {
  private let turn = Atomic<Int>(0)
  private let isClosed = Atomic<Bool>(false)

  /// Waits for turn `number`; false where the turns were closed before it came.
  func wait(for number: Int) -> Bool {
    var rounds = 0
    while turn.load(ordering: .acquiring) != number {
      if isClosed.load(ordering: .acquiring) { return false }
      rounds += 1
      if rounds < 200 { sched_yield() } else { usleep(20) }
    }
    return !isClosed.load(ordering: .acquiring)
  }

  /// The turn after `number` has come.
  func pass(_ number: Int) { turn.store(number + 1, ordering: .releasing) }

  func close() { isClosed.store(true, ordering: .releasing) }
}
