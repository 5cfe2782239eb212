import Glibc

/// The system's words for what failed (`No space left on device`), with the Japanese that its C library does not have.
public enum SystemReason {
  /// English, as `strerror` gives it: messages of the system are never translated by a locale here.
  public static func text(_ number: Int32) -> String { String(cString: strerror(number)) }

  /// The Japanese of a text that `text` gave; one that is not known here stands as it is.
  public static func ja(_ english: String) -> String {
    japanese.first { text($0.number) == english }?.ja ?? "システムの表示「\(english)」"
  }

  private static let japanese: [(number: Int32, ja: String)] = [
    (ENOSPC, "ディスクに空きがありません"), (EDQUOT, "割り当てられた容量を使い切りました"), (EFBIG, "ファイルが大きすぎます"),
    (EACCES, "権限がありません"), (EPERM, "許可されていません"), (EROFS, "書き込めないディスクです"),
    (ENOENT, "その名前のフォルダかファイルがありません"), (ENOTDIR, "途中の名前がフォルダではありません"), (EISDIR, "フォルダです"),
    (EEXIST, "その名前のものがもうあります"), (ENOTEMPTY, "フォルダが空ではありません"), (ENAMETOOLONG, "名前が長すぎます"),
    (ELOOP, "リンクが輪になっています"), (EMFILE, "開けるファイルの数を超えました"), (ENFILE, "システムで開けるファイルの数を超えました"),
    (EIO, "ディスクか通信の障害です"), (EBADF, "入力か出力が閉じています"), (EPIPE, "読み手がいません"), (EBUSY, "使用中です"),
    (ETXTBSY, "実行中のファイルです"), (EXDEV, "別のディスクにまたがっています"), (ENOMEM, "メモリが足りません"),
    (EAGAIN, "今は受け付けられません"), (EINVAL, "この場所では使えない操作です"), (ENOTSUP, "この場所ではできない操作です"),
    (ESTALE, "共有フォルダのつながりが切れました"), (ENODEV, "装置がありません"), (ENXIO, "装置か読み手がありません"),
  ]
}
