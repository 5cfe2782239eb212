import Glibc
import ShihyoModel
import Testing

struct SystemReasonTests {
  @Test(arguments: [
    (ENOSPC, "No space left on device", "ディスクに空きがありません"), (EACCES, "Permission denied", "権限がありません"),
    (EMFILE, "Too many open files", "開けるファイルの数を超えました"),
  ])
  func `what the system says has Japanese`(number: Int32, en: String, ja: String) {
    #expect(SystemReason.text(number) == en)
    #expect(SystemReason.ja(en) == ja)
  }

  @Test func `words that are not known stand as they are, and are marked as the system's`() {
    #expect(SystemReason.ja("Strange failure") == "システムの表示「Strange failure」")
  }
}
