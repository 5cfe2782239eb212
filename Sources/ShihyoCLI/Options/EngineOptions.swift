import ArgumentParser
import Shihyo

/// Where figures are computed, and with how much of it.
struct EngineOptions: ParsableArguments {
  @Option(
    name: .long,
    help: help(
      "計算する場所: local、または Spark クラスター sc://HOST:PORT", "Where to compute: local, or a Spark cluster sc://HOST:PORT",
      placeholder: "engine"))
  var engine: String?

  @Option(
    name: .long,
    help: help("クラスターでの計算を取り消すまでの秒数", "Seconds after which a query on a cluster is cancelled", placeholder: "seconds"))
  var deadline: Int?

  @OptionGroup var threading: ThreadOptions
}

/// On this machine alone, where no cluster can help.
struct ThreadOptions: ParsableArguments {
  @Option(name: .long, help: help("使うスレッドの数", "Threads to use"))
  var threads: Int?

  func check() throws(Findings) {
    if let threads, threads < 1 {
      throw Findings([Finding(CommandRule.badNumber("--threads", from: 1), text: String(threads))], kind: .usage)
    }
  }
}
