import ShihyoModel
import Testing

@testable import ShihyoEngine

struct CellDecoderTests {
  /// domain.md, section 2: the values of Windows, with the characters of NEC and IBM.
  @Test(
    arguments: [
      ([0x81, 0x60], "～"), ([0x81, 0x7C], "－"), ([0x81, 0x5C], "―"), ([0x81, 0x61], "∥"), ([0x81, 0x91], "￠"),
      ([0x81, 0x92], "￡"), ([0x81, 0xCA], "￢"), ([0xFB, 0xFC], "髙"), ([0xEE, 0xE0], "髙"), ([0x87, 0x40], "①"),
      ([0x87, 0x8A], "㈱"), ([0xED, 0x40], "纊"), ([0xFA, 0x4A], "Ⅰ"), ([0xFC, 0x4B], "黑"), ([0xB6, 0xDE], "ｶﾞ"),
      ([0x5C, 0x7E], "\\~"), ([0x95, 0x5C], "表"), ([0xF0, 0x40], "\u{E000}"), ([0x82, 0xA0, 0x41, 0x88, 0x9F], "あA亜"),
    ] as [([UInt8], String)])
  func `decodes CP932 as Windows does`(_ bytes: [UInt8], _ text: String) {
    let decoded = CellDecoder(.cp932).decode(bytes)
    #expect(decoded.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
  }

  @Test(
    arguments: [
      ([0xA1, 0xC1], "～"), ([0xA1, 0xDD], "－"), ([0xA1, 0xC2], "∥"), ([0xAD, 0xA1], "①"), ([0x8E, 0xB6], "ｶ"),
      ([0xB6, 0xE8, 0x31], "区1"), ([0x8F, 0xE3, 0xB1], "釯"),
    ] as [([UInt8], String)])
  func `decodes EUC-JP`(_ bytes: [UInt8], _ text: String) {
    #expect(CellDecoder(.eucJP).decode(bytes) == text)
  }

  @Test(
    arguments: [
      (.cp932, [0x80], 0), (.cp932, [0x41, 0xA0], 1), (.cp932, [0xFD], 0), (.cp932, [0x82], 0),
      (.cp932, [0x82, 0xA0, 0x82, 0x20], 2), (.cp932, [0x81, 0xAD], 0), (.eucJP, [0xA1], 0),
      (.eucJP, [0x31, 0xA9, 0xA1], 1),
      (.eucJP, [0x8E, 0xE0], 0), (.utf8, [0xC0, 0x80], 0), (.utf8, [0xED, 0xA0, 0x80], 0),
      (.utf8, [0x41, 0xE3, 0x81], 1),
      (.utf8, [0xF4, 0x90, 0x80, 0x80], 0), (.utf8, [0xFF], 0),
    ] as [(TextEncoding, [UInt8], Int)])
  func `gives nil and the place of what is not valid`(_ encoding: TextEncoding, _ bytes: [UInt8], _ offset: Int) {
    let decoder = CellDecoder(encoding)
    #expect(decoder.decode(bytes) == nil)
    #expect(bytes.withUnsafeBufferPointer { decoder.firstInvalid(in: $0) } == offset)
  }

  @Test func `agrees with the standard library on UTF-8`() {
    var random = RecordSplitterTests.Seeded(state: 3)
    let parts: [UInt8] = [
      0x41, 0x7F, 0x80, 0xBF, 0xC2, 0xE0, 0xA0, 0xE3, 0x81, 0x82, 0xED, 0x9F, 0xF0, 0x90, 0xF4, 0x8F,
    ]
    for _ in 0..<20_000 {
      let bytes = (0..<random.next(6)).map { _ in parts[random.next(parts.count)] }
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      #expect(bytes.withUnsafeBufferPointer { UTF8Units().firstInvalid(in: $0) == nil } == isValid, "\(bytes)")
    }
  }

  /// Every pair of bytes, against iconv itself.
  @Test func `agrees with iconv on every character of CP932`() throws {
    let decoder = CellDecoder(.cp932)
    var characters = 0
    for lead in UInt8(0x81)...0xFC where lead <= 0x9F || lead >= 0xE0 {
      for trail in UInt8(0x40)...0xFC {
        guard let text = decoder.decode([lead, trail]), text.unicodeScalars.count == 1 else { continue }
        characters += 1
        // Some characters have two codes (NEC and IBM rows); iconv writes one, which must read back alike.
        let bytes = try #require(encoded(text, "CP932"))
        #expect(decoder.decode(bytes) == text)
      }
    }
    #expect(characters > 9000)
  }
}
