public import ShihyoModel

extension VerificationRule {
  public var message: Bilingual {
    switch self {
    case .fileChanged(let now, let then):
      Bilingual(
        ja: "定義ファイルの要約値と違います（\(Self.short(then)) → \(Self.short(now))）",
        en: "the digest is not the declared one (\(Self.short(then)) → \(Self.short(now)))")
    case .fileUnreadable: Bilingual(ja: "ファイルが読めません", en: "the file cannot be read")
    case .hashMissing: Bilingual(ja: "定義ファイルに要約値(hash)がありません", en: "the descriptor declares no hash for it")
    case .hashNotChecked(let name):
      Bilingual(ja: "要約値の方式 \(name) は検算できません", en: "a digest of kind \(name) is not checked")
    case .knownFiguresUnlisted:
      Bilingual(ja: "既公表値の要約値が定義ファイルにありません", en: "the descriptor declares no hash of the known figures")
    case .notUTF8: Bilingual(ja: "UTF-8 ではないセルです", en: "this cell is not UTF-8")
    case .ledgerBytesDiffer:
      Bilingual(ja: "数値は同じですが、数値根拠表が書き換えられています", en: "the figures agree, but the ledger was rewritten")
    case .outputEdited(let now, let then):
      Bilingual(
        ja: "発表後に書き換えられています（\(Self.short(then)) → \(Self.short(now))）",
        en: "it was changed after it was published (\(Self.short(then)) → \(Self.short(now)))")
    case .runRecordEdited: Bilingual(ja: "実行記録が書き換えられています", en: "the record of the run was changed")
    case .outputMissing: Bilingual(ja: "発表したファイルがありません", en: "a published file is missing")
    case .editionLost(let name):
      Bilingual(
        ja: "公表した \(name) の数値根拠表 (figures.csv) がありません",
        en: "the ledger (figures.csv) of \(name), which was published, is gone")
    case .editionNotHeld(let name):
      Bilingual(
        ja: "旧版 \(name) には要約値がなく、検算していません", en: "the earlier edition \(name) has no digests and was not checked")
    case .reportFailed(let name):
      Bilingual(ja: "報告書 \(name) を計算し直せません", en: "the report \(name) cannot be computed again")
    case .failed(let reason): Bilingual(ja: "検算できません（\(reason)）", en: "this cannot be verified (\(reason))")
    case .unknownName(let name, _):
      Bilingual(ja: "「\(name)」という報告書もデータセットもありません", en: "no report and no dataset is called \(name)")
    case .cannotAccept(let id):
      Bilingual(
        ja: "「\(id)」は計算できていないので、受け入れられません", en: "the figure \(id) was not computed, so that it cannot be accepted")
    case .relationNotAccepted(let id, _):
      Bilingual(
        ja: "「\(id)」は数値の間の関係なので、受け入れられません。どちらの数値が違うかは人が決めます",
        en:
          "the row \(id) is a relation between figures and cannot be accepted: which of them is wrong is for a person to say"
      )
    case .textNotAccepted(let id):
      Bilingual(
        ja: "「\(id)」の表記は、数字を入れ替えるだけでは直せません（単位か語が違います）",
        en: "other digits do not mend the text of \(id): its unit or its words are wrong")
    case .holdsAlready(let id):
      Bilingual(ja: "「\(id)」は合っているので、受け入れるものがありません", en: "the figure \(id) holds: there is nothing to accept")
    case .unknownAccepted(let id, _):
      Bilingual(ja: "受け入れる番号「\(id)」は、検算で合わなかったものにありません", en: "nothing that does not hold has the id \(id)")
    }
  }

  public var hint: Bilingual {
    switch self {
    case .fileChanged:
      Bilingual(
        ja: "意図した変更なら、動いた数値を確かめてから --accept で受け入れてください。そうでなければ元に戻してください",
        en: "if the change is meant, look at the figures that moved and use --accept; else restore the file")
    case .fileUnreadable, .outputMissing:
      Bilingual(ja: "ファイル名と権限を確かめてください", en: "check the name and its permissions")
    case .hashMissing: Bilingual(ja: "\"hash\": \"sha256:…\" を加えてください", en: "add \"hash\": \"sha256:…\"")
    case .hashNotChecked: Bilingual(ja: "sha256 にしてください", en: "use sha256")
    case .knownFiguresUnlisted:
      Bilingual(
        ja: "定義ファイルの \"shihyo\" に \"known-figures\": \"sha256:…\" を加えてください",
        en: "add \"known-figures\": \"sha256:…\" to \"shihyo\" in the descriptor")
    case .notUTF8: Bilingual(ja: "UTF-8 で保存し直してください", en: "save the file as UTF-8")
    case .ledgerBytesDiffer, .outputEdited, .runRecordEdited:
      Bilingual(
        ja: "数値根拠表や発表物は手で直さず、shihyo report で新しい版を作ってください",
        en: "do not edit what was published: make a new edition with shihyo report")
    case .editionLost:
      Bilingual(
        ja: "控えから戻してください。公表した版は消しません", en: "bring it back from a copy: what was published is kept")
    case .editionNotHeld: Bilingual(ja: "最新の版は計算し直しています", en: "the newest edition is computed again")
    case .reportFailed: Bilingual(ja: "上の誤りを直してください", en: "mend the errors above")
    case .failed: Bilingual(ja: "比較の書き方を確かめてください", en: "check what it is compared with")
    case .unknownName(_, let nearest), .unknownAccepted(_, let nearest):
      nearest.map { Bilingual(ja: "「\($0)」のことでしょうか", en: "did you mean \($0)?") }
        ?? Bilingual(
          ja: "shihyo reports と shihyo datasets で一覧が出ます", en: "list them with shihyo reports and shihyo datasets")
    case .textNotAccepted:
      Bilingual(
        ja: "文書を見て、known-figures.csv の表記を直してください", en: "look at the document and correct the text in known-figures.csv")
    case .holdsAlready: Bilingual(ja: "番号を除いてください", en: "leave it out")
    case .relationNotAccepted(_, others: []):
      Bilingual(
        ja: "文書を見て、違う方の印字を直してください。ほかに受け入れられるものはありません",
        en: "look at the document and correct the printed text that is wrong; nothing else can be accepted")
    case .relationNotAccepted(_, let others):
      Bilingual(
        ja: "受け入れられるのは次のものです。--accept \(others.joined(separator: " "))",
        en: "what can be accepted: --accept \(others.joined(separator: " "))")
    case .cannotAccept: Bilingual(ja: "先に誤りを直してください", en: "mend its error first")
    }
  }

  private static func short(_ digest: String) -> String { String(digest.prefix(12)) }
}
