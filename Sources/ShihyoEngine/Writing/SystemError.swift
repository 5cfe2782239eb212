import Glibc
import ShihyoModel

/// An error number of the system, read right after the call that failed.
package struct SystemError: Error, Hashable {
  package let number: Int32

  package init(number: Int32) { self.number = number }

  package static var last: SystemError { SystemError(number: errno) }

  /// English; `SystemReason.bilingual` has the Japanese.
  package var text: String { SystemReason.text(number) }
}
