public import ShihyoModel

extension ReadingRule {
  public var message: Bilingual {
    switch self {
    case .fileNotFound: Bilingual(ja: "ファイルがありません。", en: "The file does not exist.")
    case .fileUnreadable(let reason):
      Bilingual(ja: "ファイルを開けません（\(SystemReason.ja(reason))）。", en: "The file cannot be opened (\(reason)).")
    case .fileIsDirectory: Bilingual(ja: "ファイルではなくフォルダです。", en: "This is a folder, not a file.")
    case .fileNotRegular:
      Bilingual(ja: "通常のファイルではありません（パイプや装置）。", en: "This is not an ordinary file (a pipe or a device).")
    case .readFailed(let reason):
      Bilingual(ja: "読み取り中に失敗しました（\(SystemReason.ja(reason))）。", en: "Reading failed (\(reason)).")
    case .fileChanged:
      Bilingual(ja: "読んでいる間にファイルが変わりました。", en: "The file changed while it was being read.")
    case .fileEmpty: Bilingual(ja: "ファイルに中身がありません。", en: "The file is empty.")
    case .fileTwice(let other):
      Bilingual(
        ja: "同じファイルが二度指定されています（先の指定は \(other)）。", en: "This file is given twice (before as \(other)).")
    case .fileCopied(let other):
      Bilingual(
        ja: "\(other) と中身がまったく同じです。どの行も二重に数えています。",
        en: "Every byte is the same as in \(other): all rows are counted twice.")
    case .headerMissing(let records):
      Bilingual(
        ja: "見出し行が見つかりません（読めた行は\(records)件です）。",
        en: "The header row was not found (the file has \(records) rows).")
    case .headerOnly:
      Bilingual(ja: "見出しだけで、データの行がありません。", en: "There is a header but no row of data.")
    case .headerDuplicate(let name, let letter, let first):
      Bilingual(
        ja: "見出し「\(name)」が\(first)列と\(letter)列にあります。",
        en: "The column name “\(name)” stands in column \(first) and again in column \(letter).")
    case .headerEmpty(let letter):
      Bilingual(ja: "\(letter)列の見出しが空です。", en: "Column \(letter) has no name.")
    case .headerEmptyTrailing(let letter):
      Bilingual(
        ja: "右端の\(letter)列に見出しがありません。", en: "Column \(letter), to the right of the last named one, has no name.")
    case .headerDiffers(let other, let found, let expected):
      Bilingual(
        ja: "見出しが「\(other)」と違います（「\(expected)」のところが「\(found)」）。",
        en: "The header differs from that of “\(other)” (“\(found)” instead of “\(expected)”).")
    case .headerHiddenCharacter(let code):
      Bilingual(ja: "見出しに見えない文字（\(code)）があります。", en: "The column name holds a character that cannot be seen (\(code)).")
    case .headerQuoted(let sign):
      Bilingual(
        ja: "見出しが「\(sign)」で囲まれています。", en: "The column name is enclosed in \(sign), which is not a quote of CSV.")
    case .headerOuterSpace:
      Bilingual(ja: "見出しの前か後ろに空白があります。", en: "A space stands before or after the column name.")
    case .tooManyColumns(let found, let limit):
      Bilingual(
        ja: "列が\(found)あり、読める上限（\(limit)列）を超えています。", en: "There are \(found) columns; at most \(limit) are read.")
    case .delimiterElsewhere(let sign, _):
      Bilingual(
        ja: "列が一つしか読めません。どの行にも「\(sign)」が同じ数あり、区切り文字とみられます。",
        en: "Only one column was found, but “\(sign)” stands equally often in every line and seems to separate columns."
      )
    case .rowsQuoted(let sign):
      Bilingual(
        ja: "列が一つしか読めません。どの行も全体が引用符（\"）で囲まれ、その中に「\(sign)」が同じ数あります。",
        en: "Only one column was found: every row is one quoted cell with “\(sign)” inside, equally often.")
    case .columnsByBlanks(let words):
      Bilingual(
        ja: "列が一つしか読めません。どの行も空白で\(words)つに分かれており、空白で桁をそろえた表のようです。",
        en: "Only one column was found: blanks part every line into \(words), as in a table aligned by blanks.")
    case .mailQuoted:
      Bilingual(
        ja: "どの行も「>」で始まります。メールの引用の印が付いたままのようです。",
        en: "Every line begins with “>”, the sign before what a mail quotes.")
    case .markup(let tag):
      Bilingual(
        ja: "CSVではなく、ウェブページなどのファイル（\(tag)で始まる）です。",
        en: "This is no CSV but a web page or the like: it begins with \(tag).")
    case .delimiterAmbiguous(let first, let second):
      Bilingual(
        ja: "「\(first)」でも「\(second)」でも表として読め、区切り文字を決められません。",
        en: "Both “\(first)” and “\(second)” can be the delimiter: header and rows fit either.")
    case .delimiterInvalid:
      Bilingual(ja: "この文字は区切り文字にできません。", en: "This character cannot separate columns.")
    case .encodingUnknown:
      Bilingual(
        ja: "文字コードがわかりません。UTF-8としてもCP932（Shift_JIS）としても読めない部分があります。",
        en: "The encoding is not clear: part of the text is neither UTF-8 nor CP932 (Shift_JIS).")
    case .encodingAmbiguous:
      Bilingual(
        ja: "文字コードがCP932（Shift_JIS）ともEUC-JPとも読め、決められません。",
        en: "The text can be read both as CP932 (Shift_JIS) and as EUC-JP.")
    case .encodingZeroBytes:
      Bilingual(
        ja: "値0のバイト（NUL）があり、UTF-16の文字列でもありません。",
        en: "There are zero bytes (NUL), and the text is not UTF-16.")
    case .encodingContradictsMark(let named, let mark):
      Bilingual(
        ja: "\(named.title)が指定されましたが、ファイルの先頭に\(mark.title)の印（BOM）があります。",
        en: "\(named.title) was asked for, but the file begins with the mark of \(mark.title).")
    case .encodingLooksLikeUTF8(let named):
      Bilingual(
        ja: "\(named.title)が指定されましたが、UTF-8の文字列に見えます。",
        en: "\(named.title) was asked for, but the text looks like UTF-8.")
    case .encodingUnavailable(let encoding):
      Bilingual(
        ja: "この計算機には\(encoding.title)の変換表がありません。",
        en: "This computer has no conversion table for \(encoding.title).")
    case .invalidBytes(let encoding):
      Bilingual(ja: "\(encoding.title)として読めないバイトがあります。", en: "There are bytes that are not \(encoding.title).")
    case .otherEncoding(let read):
      Bilingual(
        ja: "\(read.title)のファイルの中で、このセルだけUTF-8で書かれています。",
        en: "The file is \(read.title), but this cell is UTF-8.")
    case .cutOff(let encoding):
      Bilingual(
        ja: "ファイルの最後で\(encoding.title)の文字が途中で切れています。",
        en: "The file ends in the middle of a character of \(encoding.title).")
    case .unterminatedQuote:
      Bilingual(
        ja: "この行で始まる引用符（\"）が閉じられていません。", en: "A quote (\") that opens in this row is never closed.")
    case .textAfterQuote(let line):
      Bilingual(
        ja: "閉じ引用符（\"）の後に文字があります（\(line)行目）。", en: "There is text after a closing quote (\") in line \(line).")
    case .quoteInField(let line):
      Bilingual(
        ja: "引用符で囲まれていないセルの中に引用符（\"）があります（\(line)行目）。",
        en: "There is a quote (\") inside a cell that is not quoted, in line \(line).")
    case .zeroByte: Bilingual(ja: "行に値0のバイト（NUL）があります。", en: "The row holds a zero byte (NUL).")
    case .recordShort(let found, let expected):
      Bilingual(
        ja: "列が足りません（見出しは\(expected)列、この行は\(found)列）。",
        en: "Too few columns: the header has \(expected), this row has \(found).")
    case .recordLong(let found, let expected):
      Bilingual(
        ja: "列が多すぎます（見出しは\(expected)列、この行は\(found)列）。",
        en: "Too many columns: the header has \(expected), this row has \(found).")
    case .recordLongButEmpty(let found, let expected):
      Bilingual(
        ja: "行の右に空の列が余っています（見出しは\(expected)列、この行は\(found)列）。",
        en: "Empty columns too many at the right: the header has \(expected), this row has \(found).")
    case .fieldTooLong(let limit):
      Bilingual(ja: "\(limit)バイトより長いセルがあります。", en: "A cell is longer than \(limit) bytes.")
    case .recordTooLong(let limit):
      Bilingual(ja: "この行は\(limit)バイトを超えても終わりません。", en: "This row does not end within \(limit) bytes.")
    case .recordTooManyLines(let limit):
      Bilingual(ja: "この行は\(limit)行を超えても終わりません。", en: "This row does not end within \(limit) lines.")
    case .swallowedRows(let lines):
      Bilingual(
        ja: "一つのセルが\(lines)行にわたり、下の行を飲み込んでいます。", en: "One cell goes over \(lines) lines and swallows the rows below.")
    case .outOfMemory: Bilingual(ja: "メモリが足りません。", en: "There is not enough memory.")
    }
  }
}

extension TextEncoding {
  /// The name that is printed, the same in both languages.
  public var title: String {
    switch self {
    case .utf8: "UTF-8"
    case .cp932: "CP932 (Shift_JIS)"
    case .eucJP: "EUC-JP"
    case .iso2022JP: "ISO-2022-JP"
    case .utf16LittleEndian: "UTF-16LE"
    case .utf16BigEndian: "UTF-16BE"
    }
  }
}
