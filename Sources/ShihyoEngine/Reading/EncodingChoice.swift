package import ShihyoModel

/// The encoding that a file is read in, and how it came to be chosen; shown to the user.
package struct EncodingChoice: Hashable, Sendable {
  package enum Evidence: Hashable, Sendable {
    /// Named in the options; it always wins.
    case named
    case byteOrderMark
    /// Zero bytes where UTF-16 has them.
    case zeroBytes
    case escapeSequences
    /// The first text that is not ASCII fits, up to 64 KiB of it.
    case fits
    /// By far most characters are UTF-8, but some bytes are not; they are errors where they stand.
    case mostlyFits
    /// Nothing but ASCII so far, so every encoding of one byte per ASCII character would give the same text.
    case asciiSoFar
  }

  package let encoding: TextEncoding
  package let evidence: Evidence

  package init(_ encoding: TextEncoding, _ evidence: Evidence) {
    self.encoding = encoding
    self.evidence = evidence
  }

  package var label: Bilingual {
    let title = encoding.title
    return switch evidence {
    case .named: Bilingual(ja: "\(title)（指定）", en: "\(title) (named)")
    case .byteOrderMark: Bilingual(ja: "\(title)（先頭の印）", en: "\(title) (byte order mark)")
    case .zeroBytes, .escapeSequences, .fits: Bilingual(ja: "\(title)（判定）", en: "\(title) (detected)")
    case .mostlyFits:
      Bilingual(ja: "\(title)（判定、読めないバイトあり）", en: "\(title) (detected, with bytes that do not fit)")
    case .asciiSoFar: Bilingual(ja: "半角英数字のみ（ASCII）", en: "ASCII only")
    }
  }
}

extension TextEncoding {
  /// Whether `delimiter` (ASCII) and quotes can be found byte by byte, without reading characters.
  ///
  /// Trail bytes of CP932 are 40…7E and 80…FC, those of EUC-JP and UTF-8 never ASCII.
  func splitsAsBytes(on delimiter: UInt8) -> Bool {
    switch self {
    case .utf8, .eucJP: true
    case .cp932: !(0x40...0x7E).contains(delimiter)
    case .iso2022JP, .utf16LittleEndian, .utf16BigEndian: false
    }
  }
}
