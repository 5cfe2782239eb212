import ShihyoDefinitions
import ShihyoModel
import Testing

struct EncodingNameTests {
  @Test(arguments: [
    ("UTF-8", TextEncoding.utf8), ("utf-8-sig", .utf8), ("Shift_JIS", .cp932), ("windows-31j", .cp932),
    ("MS932", .cp932),
    ("sjis", .cp932), ("EUC-JP", .eucJP), ("ISO-2022-JP", .iso2022JP), ("utf-16-le", .utf16LittleEndian),
    ("UTF-16BE", .utf16BigEndian),
  ])
  func `usual names are known`(_ name: String, _ encoding: TextEncoding) {
    #expect(EncodingName.read(name) == encoding)
  }

  @Test func `every encoding has one preferred name, and others are refused`() {
    #expect(EncodingName.supported.compactMap(EncodingName.read) == TextEncoding.allCases)
    for name in ["utf-16", "latin1", "", "ｕｔｆ８"] { #expect(EncodingName.read(name) == nil) }
  }
}
