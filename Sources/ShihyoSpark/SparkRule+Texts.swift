public import ShihyoModel

extension SparkRule {
  public var message: Bilingual {
    switch self {
    case .badAddress: Bilingual(ja: "クラスターの宛先として読めません", en: "this is no address of a cluster")
    case .notReached(let host, let port):
      Bilingual(
        ja: "Spark Connect サーバー \(host) のポート \(port) につながりません",
        en: "there is no Spark Connect server at \(host), port \(port)")
    case .tokenRefused: Bilingual(ja: "サーバーがトークンを受け付けません", en: "the server refuses the token")
    case .noAnswer(let seconds):
      Bilingual(ja: "サーバーが \(seconds) 秒たっても答えません", en: "the server has not answered for \(seconds) seconds")
    case .tooOld(let version):
      Bilingual(ja: "サーバーの Spark \(version) は古すぎます", en: "Spark \(version) of the server is too old")
    case .lost(let detail):
      Bilingual(
        ja: "計算の途中でサーバーとの接続が切れました (\(detail))", en: "the server was lost in the middle of the query (\(detail))")
    case .silent(let seconds):
      Bilingual(
        ja: "計算の途中でサーバーが \(seconds) 秒間何も知らせてきません",
        en: "the server has been silent for \(seconds) seconds in the middle of the query")
    case .deadline(let seconds):
      Bilingual(
        ja: "\(seconds) 秒の期限までに終わらないので、計算を取り消しました",
        en: "the query was cancelled: it had not ended after \(seconds) seconds")
    case .noWorkers(let seconds):
      Bilingual(
        ja: "\(seconds) 秒の期限までに、どのワーカーも仕事を始めなかったので、計算を取り消しました",
        en: "the query was cancelled: no worker had finished a task after \(seconds) seconds")
    case .waitsForWorkers:
      Bilingual(ja: "クラスターはまだ一つも仕事を終えていません", en: "the cluster has not finished a task yet")
    case .damaged(let what):
      Bilingual(ja: "サーバーの答えが壊れています (\(what))", en: "the answer of the server is damaged (\(what))")
    case .serverError(let code, let message):
      Bilingual(ja: "サーバーの誤り \(code)：\(message)", en: "error of the server, \(code): \(message)")
    case .pathNotFound: Bilingual(ja: "クラスターにこの場所がありません", en: "the cluster has no such path")
    case .pathNotSeen:
      Bilingual(ja: "このファイルがワーカーから見えません", en: "the workers do not see this file")
    case .storage(let detail):
      Bilingual(
        ja: "クラスターがこの場所の保存先を読めません (\(detail))", en: "the cluster cannot read the storage of this path (\(detail))")
    case .malformed(let record):
      Bilingual(ja: "形の崩れた行があります「\(record)」", en: "a record is malformed: “\(record)”")
    case .headerUnlike(let detail):
      Bilingual(ja: "見出しがファイルどうしで、またはクラスターの読み方と合いません (\(detail))", en: "the headers do not agree (\(detail))")
    case .encodingUnknown(let detail):
      Bilingual(ja: "クラスターがこの文字コードを読めません (\(detail))", en: "the cluster cannot read this encoding (\(detail))")
    case .undecodable:
      Bilingual(ja: "文字コードに合わないバイトがあります", en: "some bytes do not fit the encoding")
    case .tooManyGroups(let most):
      Bilingual(
        ja: "セルの組合せが \(most) 通りを超え、この機械に持ち帰れません",
        en: "there are more than \(most) combinations of cells, too many to bring here")
    case .notThere(let what): what.message
    case .skipAcrossQueries:
      Bilingual(
        ja: "読めないセルを除きながら、大きすぎる複数の集計を一度に行えません",
        en: "several large queries cannot leave out the same unreadable cells")
    case .notChecked(let most):
      Bilingual(
        ja: "異なるセルが \(most) 通りを超えるので、この列は点検していません",
        en: "this column is not checked: it has more than \(most) different cells")
    case .linesByCheck:
      Bilingual(ja: "クラスターは行番号を知りません", en: "a cluster does not know line numbers")
    }
  }

  public var hint: Bilingual {
    switch self {
    case .badAddress:
      Bilingual(
        ja: "--engine sc://spark.example:15002 のように書いてください。トークンは環境変数 SPARK_CONNECT_AUTHENTICATE_TOKEN で渡せます",
        en: "write --engine sc://spark.example:15002; a token goes into SPARK_CONNECT_AUTHENTICATE_TOKEN")
    case .notReached:
      Bilingual(
        ja: "ホスト名とポート (省略時 15002)、サーバーが動いているか、間の防火壁を確かめてください",
        en: "check the name of the host, the port (15002 if not given), that the server runs, and firewalls between")
    case .tokenRefused:
      Bilingual(
        ja: "環境変数 SPARK_CONNECT_AUTHENTICATE_TOKEN の値を管理者に確かめてください",
        en: "ask the administrator for the value of SPARK_CONNECT_AUTHENTICATE_TOKEN")
    case .noAnswer:
      Bilingual(
        ja: "ポートの番号が Spark Connect のものか確かめてください。7077 や 8080 は別のものです",
        en: "check that the port is that of Spark Connect; 7077 and 8080 are others")
    case .tooOld: Bilingual(ja: "Spark 4.0 以降のサーバーを指定してください", en: "name a server of Spark 4.0 or later")
    case .lost, .silent:
      Bilingual(
        ja: "何も書き換えていません。サーバーが戻ったら、同じコマンドをもう一度実行してください",
        en: "nothing was changed: run the same command again once the server is back")
    case .deadline:
      Bilingual(ja: "--deadline を長くするか、読むファイルを減らしてください", en: "give a longer --deadline, or fewer files")
    case .noWorkers, .waitsForWorkers:
      Bilingual(
        ja: "ワーカーが動いているか、ほかの計算がすべて使っていないか、管理者に確かめてください",
        en: "ask the administrator whether workers run, and whether other work takes them all")
    case .damaged, .serverError:
      Bilingual(
        ja: "この文を管理者に見せてください。--engine local でも計算できます",
        en: "show this to the administrator; --engine local computes it here")
    case .pathNotFound:
      Bilingual(
        ja: "場所の綴りと、クラスターの読む権限を確かめてください。hdfs:// や s3a:// の場所はその接頭辞から書きます",
        en: "check the spelling, and that the cluster may read it; name hdfs:// and s3a:// places with their prefix")
    case .pathNotSeen:
      Bilingual(
        ja: "すべてのワーカーから同じ名前で読める共有フォルダか、hdfs:// か s3a:// に置いてください",
        en: "put it where every worker reads it under the same name: a shared folder, hdfs:// or s3a://")
    case .storage:
      Bilingual(
        ja: "保存先の名前と、動いているか、クラスターにその部品 (s3a:// なら hadoop-aws) と読む権限があるかを管理者に確かめてください",
        en: "ask the administrator whether it runs under this name, and whether the cluster has its library "
          + "(hadoop-aws for s3a://) and may read it")
    case .malformed:
      Bilingual(
        ja: "列の数と引用符を直してください。セルの中の改行はクラスターでは読めません。どの行かは、手元のファイルなら shihyo check が示します",
        en: "correct the number of cells or the quotes; a cluster reads no line breaks inside cells; "
          + "shihyo check names the line of a file that is here")
    case .headerUnlike:
      Bilingual(ja: "すべてのファイルの見出しを同じにしてください", en: "give all files the same header")
    case .encodingUnknown: Bilingual(ja: "UTF-8 か CP932 のファイルにしてください", en: "use files in UTF-8 or CP932")
    case .undecodable:
      Bilingual(
        ja: "-e cp932 か -e utf-8 を指定してください。バイトが壊れていれば、どの行かは shihyo check が示します",
        en: "give -e cp932 or -e utf-8; if bytes are damaged, shihyo check names the line")
    case .tooManyGroups:
      Bilingual(
        ja: "区分 (--by) と条件の列を減らすか、期間を長くするか、中央値や最大値を別に求めてください",
        en: "use fewer keys or conditions, or ask for medians and extremes by themselves")
    case .notThere(let what): what.hint
    case .skipAcrossQueries:
      Bilingual(ja: "一つずつ集計するか、セルを直してから実行してください", en: "ask for one table at a time, or correct the cells first")
    case .notChecked:
      Bilingual(ja: "ファイルを手元に置いて shihyo check で点検してください", en: "check a file that is here with shihyo check")
    case .linesByCheck:
      Bilingual(
        ja: "どの行かは、ファイルを手元に置いて shihyo check で確かめてください",
        en: "find them with shihyo check, where the file is at hand")
    }
  }
}

extension SparkRule.NotThere {
  var message: Bilingual {
    switch self {
    case .standardInput: Bilingual(ja: "標準入力はクラスターから読めません", en: "a cluster cannot read standard input")
    case .shapedTable:
      Bilingual(
        ja: "この表の行は記録でないので (unpivot、小計、注など)、クラスターでは読めません",
        en: "the rows of this table are no records (unpivot, totals, notes), so a cluster cannot read it")
    case .skippedLines: Bilingual(ja: "クラスターは先頭の行を読み飛ばせません", en: "a cluster cannot pass over lines")
    case .headerRows: Bilingual(ja: "クラスターは1行の見出しだけを読みます", en: "a cluster reads a header of one row only")
    case .separatorLine: Bilingual(ja: "クラスターは sep= の行を読み飛ばせません", en: "a cluster cannot pass over a sep= line")
    case .encoding: Bilingual(ja: "クラスターではこの文字コードを読みません", en: "this encoding is not read on a cluster")
    case .rejects: Bilingual(ja: "クラスターは差戻しの行を書き出せません", en: "a cluster cannot write rejected rows")
    case .hiddenFile:
      Bilingual(
        ja: "_ や . で始まる名前のファイルは、クラスターには見えません", en: "a cluster does not see files whose names begin with _ or .")
    case .suspects:
      Bilingual(
        ja: "計や注とみられる行があり、クラスターではそれと告げられません",
        en: "some rows look like totals or notes, which a cluster could not tell")
    }
  }

  var hint: Bilingual {
    switch self {
    case .standardInput: Bilingual(ja: "ファイルの場所を書いてください", en: "name a file")
    case .encoding:
      Bilingual(ja: "UTF-8 か CP932 に直すか、--engine local を使ってください", en: "use UTF-8 or CP932, or --engine local")
    case .rejects: Bilingual(ja: "--rejects は --engine local と使ってください", en: "use --rejects with --engine local")
    case .hiddenFile: Bilingual(ja: "別の名前にしてください", en: "give it another name")
    case .shapedTable, .skippedLines, .headerRows, .separatorLine, .suspects:
      Bilingual(
        ja: "--engine local を使うか、1行1記録の表に直してください",
        en: "use --engine local, or make it a table of one record a row")
    }
  }
}
