import Glibc

/// Tables of the two-byte Japanese encodings, filled from the system's iconv when they are first needed.
///
/// A table makes decoding a cell an index, where iconv costs a call and its state. The values are those of Windows
/// (81 60 is ～ U+FF5E, 81 7C is － U+FF0D), with the NEC and IBM characters and the user-defined area.
/// 0 stands for «no such character». Filling takes about 2 ms.
enum JapaneseTables {
  /// CP932, rows of 188 trail bytes; see `CP932Units` for the index. Nil where iconv lacks the encoding.
  static let cp932: [UInt16]? = table("CP932") { entry in
    let lead = entry / 188
    let trail = entry % 188
    return [UInt8(lead < 31 ? 0x81 + lead : 0xC1 + lead), UInt8(trail < 63 ? 0x40 + trail : 0x41 + trail)]
  } count: {
    60 * 188
  }

  /// JIS X 0208 (with NEC row 13), then JIS X 0212, 94 rows of 94 each.
  static let jis: [UInt16]? = table("EUC-JP-MS") { entry in
    let cell = entry % (94 * 94)
    let pair = [UInt8(0xA1 + cell / 94), UInt8(0xA1 + cell % 94)]
    return entry < 94 * 94 ? pair : [0x8F] + pair
  } count: {
    2 * 94 * 94
  }

  private static func table(_ name: String, _ bytes: (Int) -> [UInt8], count: () -> Int) -> [UInt16]? {
    let converter = iconv_open("UTF-16LE", name)
    // iconv_open returns -1 as a pointer.
    guard Int(bitPattern: converter) != -1, let converter else { return nil }
    defer { iconv_close(converter) }
    return (0..<count()).map { convert(bytes($0), converter) }
  }

  private static func convert(_ bytes: [UInt8], _ converter: iconv_t) -> UInt16 {
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: 8)
    var inputLeft = input.count
    var outputLeft = output.count
    let failed = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress
        var to = target.baseAddress
        return iconv(converter, &from, &inputLeft, &to, &outputLeft) == -1
      }
    }
    if failed || outputLeft != 6 {
      iconv(converter, nil, nil, nil, nil)
      return 0
    }
    return UInt16(UInt8(bitPattern: output[0])) | UInt16(UInt8(bitPattern: output[1])) << 8
  }
}
