public import ShihyoModel

extension ReadingRule {
  public var hint: Bilingual {
    switch self {
    case .fileNotFound:
      Bilingual(
        ja: "ファイル名とフォルダを確かめてください。", en: "Check the spelling of the file name and the folder.")
    case .fileUnreadable:
      Bilingual(
        ja: "ファイルを読む権限があるか、ほかの人に確かめてください。", en: "Check that you have the right to read the file.")
    case .fileIsDirectory:
      Bilingual(ja: "フォルダの中のCSVファイルを指定してください。", en: "Name a CSV file inside the folder.")
    case .fileNotRegular:
      Bilingual(
        ja: "標準入力から読むには「-」を指定し、「< ファイル」や「|」でつないでください。",
        en: "To read from a pipe, give “-” as the input and connect it with “|” or “<”.")
    case .readFailed:
      Bilingual(
        ja: "媒体やネットワークの接続を確かめ、手元に写してからやり直してください。",
        en: "Check the disk or the network, copy the file to this computer and try again.")
    case .fileChanged:
      Bilingual(
        ja: "書き込みが終わってから、もう一度実行してください。", en: "Run the command again when nothing writes to the file.")
    case .fileEmpty:
      Bilingual(
        ja: "正しいファイルか、書き出しが終わっているかを確かめてください。",
        en: "Check that it is the right file and that its export has finished.")
    case .fileTwice:
      Bilingual(ja: "一度だけ指定してください。", en: "Give it once.")
    case .fileCopied:
      Bilingual(
        ja: "写しなら一つだけ指定し、別の月や課のはずなら元のファイルを取り寄せてください。",
        en: "Give one of them if it is a copy; if it should be another month or bureau, ask for the right file.")
    case .headerMissing:
      Bilingual(
        ja: "見出しの行番号（--header-rows）と読み飛ばす行数（--skip-lines）を確かめてください。",
        en: "Check the number of the header row (--header-rows) and of skipped lines (--skip-lines).")
    case .headerOnly:
      Bilingual(
        ja: "期間中に該当がなかったのか、書き出しの誤りかを確かめてください。",
        en: "Check whether there were no cases or the export went wrong.")
    case .headerDuplicate:
      Bilingual(
        ja: "どちらかの見出しを変えてください。", en: "Give one of the two columns another name.")
    case .headerEmpty:
      Bilingual(
        ja: "見出しを入れるか、見出しの行が違うなら --header-rows で行番号を指定してください。",
        en: "Name the column, or if the header stands in another row, give its number with --header-rows.")
    case .headerEmptyTrailing:
      Bilingual(
        ja: "不要な列なら、表計算ソフトで削除してから書き出してください。",
        en: "If the column is not needed, delete it in the spreadsheet before exporting.")
    case .headerDiffers:
      Bilingual(
        ja: "一つの表として読むファイルは、列の名前と順番をそろえてください。",
        en: "Files that are read as one table need the same columns in the same order.")
    case .headerHiddenCharacter:
      Bilingual(ja: "見出しを入力し直してください。", en: "Type the column name again.")
    case .headerQuoted:
      Bilingual(
        ja: "囲みは半角の「\"」にして書き出し直してください。", en: "Export the file again with \" as its quote.")
    case .headerOuterSpace:
      Bilingual(
        ja: "空白を消すか、列名を空白ごと指定してください。", en: "Remove the space, or name the column with it.")
    case .tooManyColumns:
      Bilingual(
        ja: "区切り文字が違えば -d で指定し、そうでなければ表を分けてください。",
        en: "Name the delimiter with -d if it is another one; else divide the table.")
    case .delimiterElsewhere(let sign, let canBeNamed):
      canBeNamed
        ? Bilingual(ja: "-d '\(sign)' を付けて読み直してください。", en: "Read it again with -d '\(sign)'.")
        : Bilingual(ja: "コンマ区切りで書き出し直してください。", en: "Export the file again with commas.")
    case .rowsQuoted:
      Bilingual(
        ja: "元のデータから書き出し直すか、行全体を囲む引用符（\"）を除いてください。",
        en: "Export the file again from its source, or remove the quotes (\") around whole rows.")
    case .columnsByBlanks:
      Bilingual(
        ja: "元のデータからCSVとして書き出し直すか、表計算ソフトの「固定長」で開いて保存し直してください。",
        en: "Export it again as CSV, or open it in a spreadsheet as fixed width and save it as CSV.")
    case .mailQuoted:
      Bilingual(
        ja: "添付ファイルをもらい直すか、行頭の「>」を除いてください。",
        en: "Ask for the file as an attachment, or remove the signs.")
    case .markup:
      Bilingual(
        ja: "表計算ソフトで開き、CSVとして保存し直してください。", en: "Open it in a spreadsheet and save it as CSV.")
    case .delimiterAmbiguous(let first, let second):
      Bilingual(
        ja: "-d '\(first)' か -d '\(second)' を指定してください（TABは -d tab）。",
        en: "Name the right one: -d '\(first)' or -d '\(second)' (for TAB: -d tab).")
    case .delimiterInvalid:
      Bilingual(
        ja: "半角の記号一つ（, ; タブ | など）を -d で指定してください。引用符と改行は使えません。",
        en: "Give one ASCII character (, ; TAB | …) with -d; not a quote or a line end.")
    case .encodingUnknown, .encodingAmbiguous:
      Bilingual(
        ja: "-e cp932 または -e euc-jp、-e utf-8 で文字コードを指定してください。",
        en: "Name the encoding: -e cp932, -e euc-jp or -e utf-8.")
    case .encodingZeroBytes:
      Bilingual(
        ja: "表計算ソフトで開いてCSVとして保存し直すか、UTF-16なら -e utf-16le などで指定してください。",
        en: "Save it again as CSV from the spreadsheet, or if it is UTF-16, name it: -e utf-16le.")
    case .encodingContradictsMark, .encodingLooksLikeUTF8:
      Bilingual(
        ja: "-e を付けずに実行するか、正しい文字コードを指定してください。",
        en: "Leave out -e, or name the right encoding.")
    case .encodingUnavailable:
      Bilingual(
        ja: "システムの文字コード変換（glibcのgconv）を入れるか、UTF-8で保存し直してください。",
        en: "Install the system's character conversion (gconv of glibc), or save the file as UTF-8.")
    case .invalidBytes:
      Bilingual(
        ja: "文字コードが違うなら -e（例: -e cp932）で指定し、そうでなければこのセルを直してください。",
        en: "If the encoding is another one, name it with -e (such as -e cp932); else correct this cell.")
    case .otherEncoding:
      Bilingual(
        ja: "文字コードの違うファイルをつなげていないか確かめ、このセルを入力し直してください。",
        en: "Check whether files of two encodings were put together, and type this cell again.")
    case .cutOff:
      Bilingual(
        ja: "写しが途中で終わっているおそれがあります。元のファイルを写し直すか、書き出し直してください。",
        en: "The copy may be incomplete: copy the file again, or export it again.")
    case .unterminatedQuote:
      Bilingual(
        ja: "セルを囲む引用符（\"）が閉じているか、この行から確かめてください。",
        en: "From this row on, check that every quote (\") that opens a cell is closed.")
    case .textAfterQuote, .quoteInField:
      Bilingual(
        ja: "セル全体を引用符で囲み、中の引用符は二つ（\"\"）にしてください。",
        en: "Enclose the whole cell in quotes and write a quote inside it twice (\"\").")
    case .zeroByte:
      Bilingual(
        ja: "その行を入れ直すか、表計算ソフトでCSVとして保存し直してください。",
        en: "Enter the row again, or save the file again as CSV from the spreadsheet.")
    case .recordShort:
      Bilingual(
        ja: "区切り文字の抜けか、セルの中の改行がないか確かめてください。表の下の注なら --without-notes で除けます。",
        en:
          "Look for a missing delimiter or a line break inside a cell; notes below the table are left out with --without-notes."
      )
    case .recordLong:
      Bilingual(
        ja: "値の中に区切り文字（1,234 の「,」など）があれば、そのセルを引用符で囲み、余分な値なら消してください。",
        en: "If a value holds the delimiter (as in 1,234), enclose that cell in quotes; remove what is too much.")
    case .recordLongButEmpty:
      Bilingual(
        ja: "行の終わりの余分な区切り文字を消してください（表計算ソフトの空の列など）。",
        en: "Remove the extra delimiters at the end of the row (empty columns of a spreadsheet).")
    case .fieldTooLong, .recordTooLong:
      Bilingual(
        ja: "引用符の閉じ忘れでなければ、--max-field で上限を上げてください。",
        en: "Unless a quote was left open, raise the limit with --max-field.")
    case .recordTooManyLines:
      Bilingual(
        ja: "セルを囲む引用符（\"）が閉じているか、この行から確かめてください。",
        en: "From this row on, check that every quote (\") that opens a cell is closed.")
    case .swallowedRows:
      Bilingual(
        ja: "余分な引用符（\"）を消してください。一つのセルなら、中のコンマを読点にするか、コンマの後に空白を入れてください。",
        en:
          "Remove the stray quotes (\"). If it is one cell after all, put a space after each comma in it."
      )
    case .outOfMemory:
      Bilingual(ja: "ほかのプログラムを閉じてからやり直してください。", en: "Close other programs and try again.")
    }
  }
}
