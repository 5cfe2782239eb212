import Testing

@testable import ShihyoEngine

@Suite struct PlainDigitsTests {
  private func word(_ cell: String) -> UInt64 {
    let bytes = Array((cell + ",12345678,").utf8)
    return bytes.withUnsafeBufferPointer { text in
      text.baseAddress.map { PlainDigits.word($0, count: cell.utf8.count) } ?? 0
    }
  }

  @Test func `words compare as their texts do and give them back`() {
    let texts = ["0", "00", "007", "1", "10", "12", "120", "12345678", "2", "99999999"]
    #expect(texts.map(word) == texts.map(word).sorted())
    for text in texts { #expect(String(decoding: PlainDigits.bytes(of: word(text)), as: UTF8.self) == text) }
  }
}
