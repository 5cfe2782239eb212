import ShihyoModel

/// The style sheet of a page: a screen in light and dark, a phone, and A4 paper.
struct HTMLStyle {
  /// 架空データ: at the head of every printed page but the first, which has it itself.
  var notice: String?
  /// 資料2: at the top right of every printed page but the first, which has it itself.
  var number: String?
  /// 別紙1, 別紙2 …: each on all its printed pages, after the 資料番号.
  var appendices: [String] = []
  /// 算出根拠 stays on the screen; what says so is for paper.
  var keepsBasisOffPaper = false

  var css: String {
    let basis =
      keepsBasisOffPaper ? ["@media print{.unprinted{display:none}}\n@media screen{.printed{display:none}}"] : []
    return ([colors, Self.screen, Self.tables, ChartStyle.css(usesVariables: true), paper] + basis).joined(
      separator: "\n")
  }

  private var colors: String {
    func variables(_ value: (_ color: (name: String, light: String, dark: String)) -> String) -> String {
      ChartStyle.colors.map { "--\($0.name):\(value($0));" }.joined()
    }
    let light = variables { $0.light } + "--head:#eef1f4;--line:#7d858d"
    let dark = variables { $0.dark } + "--head:#232a32;--line:#77818c"
    return """
      :root{color-scheme:light dark;\(light)}
      @media screen and (prefers-color-scheme:dark){:root{\(dark)}}
      """
  }

  private static let screen = """
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
    body{margin:0 auto;max-width:64rem;padding:1.25rem 1.25rem 3rem;background:var(--paper);color:var(--ink);\
    font-family:\(ChartStyle.fonts);font-size:1rem;line-height:1.7;overflow-wrap:anywhere}
    .notice{margin:0 0 1rem;padding:.25rem 1rem;border:2px solid var(--ink);text-align:center;font-weight:700}
    .head{display:flex;justify-content:space-between;gap:1rem;margin:0;font-weight:700}
    .head .number{margin-left:auto;padding:0 .75rem;border:1px solid var(--ink)}
    h1{margin:1rem 0 .5rem;text-align:center;font-size:1.3rem;line-height:1.5;text-wrap:balance}
    .department{margin:0;text-align:right}
    h2{margin:2rem 0 .75rem;padding-bottom:.15rem;border-bottom:2px solid var(--ink);font-size:1.1rem}
    h3,h4,h5,h6{margin:1.25rem 0 .5rem;font-size:1rem}
    p{margin:.5rem 0}
    .lines{list-style:none;margin:.5rem 0;padding:0}
    .lines>li{white-space:pre-wrap}
    .notes{list-style:none;margin:.25rem 0 1rem;padding:0;color:var(--muted);font-size:.875rem;line-height:1.55}
    .closing{margin-top:2rem;padding-top:.5rem;border-top:1px solid var(--line)}
    .n,.sc{cursor:help}
    figure{margin:1rem 0}
    figcaption{font-weight:700}
    .sc{display:block;max-width:100%;min-width:30rem;height:auto}
    .scroll{overflow-x:auto;margin:.75rem 0 .25rem;container-type:inline-size}
    @media screen{.scroll{background:linear-gradient(to right,var(--paper) 40%,transparent) 0 0/3rem 100% local,\
    linear-gradient(to left,var(--paper) 40%,transparent) 100% 0/3rem 100% local,\
    linear-gradient(to right,var(--line),transparent) 0 0/.6rem 100% scroll,\
    linear-gradient(to left,var(--line),transparent) 100% 0/.6rem 100% scroll;background-repeat:no-repeat}}
    .scroll:focus-visible{outline:3px solid var(--c0);outline-offset:2px}
    """

  private static let tables = """
    table{border-collapse:collapse;font-size:.9375rem;line-height:1.45}
    caption{padding-bottom:.2rem;text-align:left;font-weight:700}
    caption .unit{margin-left:auto;font-weight:400}
    .cap{display:flex;flex-wrap:wrap;gap:0 1rem}
    caption .across{display:block;width:100cqi;margin-right:-100cqi}
    th,h1,h2,caption{word-break:auto-phrase}
    .w{display:inline-block;white-space:nowrap}
    .k4{min-width:5.3em}.k5{min-width:6.3em}.k6{min-width:7.3em}.k7{min-width:8.3em}.k8{min-width:9.3em}
    .x{min-width:7em}
    .hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    th,td{min-width:3.5em;padding:.3em .55em;border:1px solid var(--line);vertical-align:top;text-align:left;font-weight:400}
    thead th{background:var(--head);text-align:center;vertical-align:middle;font-weight:600}
    .r{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
    .long{min-width:16em}
    .blank{min-width:9em}
    .subtotal>*,.total>*{background:var(--head);font-weight:600}
    .basis table{font-size:.8125rem}
    .basis td{min-width:10em}.basis .r{min-width:3em;white-space:normal;word-break:keep-all;overflow-wrap:normal}
    .basis tbody th{min-width:13em}
    .basis code{font-family:inherit}
    @media (min-width:48rem){.wide table{width:100%}}
    @media screen and (max-width:47.99rem){.cap{max-width:100cqi}caption .unit{margin-left:0}.k8{min-width:8em}}
    """

  /// Named pages, in the order of the appendices.
  private var appendixPages: String {
    appendices.enumerated().map { index, name in
      let words = [number, name].compactMap(\.self).joined(separator: "　")
      return "\n@page appendix-\(index + 1){@top-right{content:\(CSSText.quoted(words))}}"
    }.joined()
  }

  private var paper: String {
    let top = notice.map { "@top-center{content:\(CSSText.quoted($0));font-weight:700}" } ?? ""
    let right = number.map { "@top-right{content:\(CSSText.quoted($0))}" } ?? ""
    return """
      @page{size:A4;margin:17mm 14mm 16mm;font-family:\(ChartStyle.fonts);font-size:9pt;color:#1a1a1a;\(top)\(right)\
      @bottom-center{content:counter(page) " / " counter(pages)}}
      @page:first{@top-center{content:none}@top-right{content:none}}\(appendixPages)
      @media print{
      body{max-width:none;padding:0;background:none;font-size:10pt;line-height:1.6}
      .scroll{overflow:visible;margin:.4rem 0 .2rem}
      table{font-size:8.5pt}
      th,td{padding:.2em .55em}
      .dense table{font-size:7.5pt}
      .basis table{font-size:7pt;width:100%}
      .x{min-width:4em}
      .dense th,.dense td,.basis th,.basis td{padding:.2em .3em}
      .basis td{min-width:6.5em}.basis .r{min-width:3em}.basis .d{min-width:16em}.basis tbody th{min-width:14em}
      h1{margin:.5rem 0 .25rem}h2{margin:1rem 0 .5rem}figure{margin:.5rem 0}
      .wide table{width:100%}
      .long{min-width:10em}
      thead{display:table-header-group}
      tr,figure,.notice,.head,.short{break-inside:avoid}
      thead,tbody tr:first-child:not(:last-child){break-after:avoid}
      h1,h2,h3,h4,h5,h6,caption,figcaption{break-after:avoid}
      .appendix,.basis{break-before:page}
      .sc{min-width:0;width:140mm;max-height:230mm;margin:0 auto}
      .notes{margin-bottom:.5rem;color:#1a1a1a;font-size:8pt}
      .basis table{line-height:1.25}
      *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
      }
      """
  }
}
