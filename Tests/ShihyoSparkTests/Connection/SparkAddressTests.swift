#if Spark
  import ShihyoModel
  import Testing

  @testable import ShihyoSpark

  struct SparkAddressTests {
    @Test func `parts of an address`() throws {
      let address = try SparkAddress("sc://spark.example:15009/;user_id=bunseki;use_ssl=true;token=abc")
      #expect(address.host == "spark.example" && address.port == 15009)
      #expect(address.userID == "bunseki" && address.usesTLS && address.token == "abc")
      let short = try SparkAddress("sc://[::1]")
      #expect(short.host == "::1" && short.port == 15002 && short.token == nil && !short.usesTLS)
    }

    @Test func `the token of the environment wins, an empty one is none`() throws {
      #expect(try SparkAddress("sc://h/;token=a", token: "b").token == "b")
      #expect(try SparkAddress("sc://h/;token=a", token: "").token == "a")
    }

    @Test(arguments: [
      "spark://h:1", "sc://", "sc://:15002", "sc://h:0", "sc://h:65536", "sc://h:", "sc://h:x", "sc://h/;token",
      "sc://h/;tokn=x", "sc://h/;use_ssl=yes", "sc://h/;token=a b", "sc://h/;token=秘",
    ])
    func `anything else is refused, without its token`(_ text: String) throws {
      #expect {
        _ = try SparkAddress(text)
      } throws: { error in
        guard let findings = error as? Findings else { return false }
        return findings.kind == .usage && findings.findings.map(\.code) == ["spark.bad-address"]
          && !(findings.findings[0].text ?? "").contains("token=a") && !(findings.findings[0].text ?? "").contains("秘")
      }
    }

    @Test(arguments: SparkRule.examples)
    func `rules say what to do in both languages`(_ rule: SparkRule) {
      #expect(rule.code.hasPrefix("spark."))
      for text in [rule.message.ja, rule.message.en, rule.hint.ja, rule.hint.en] { #expect(!text.isEmpty) }
    }

    @Test func `ids are those of the protocol`() throws {
      let pattern = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/
      let ids = (0..<100).map { _ in RandomID.make() }
      #expect(ids.allSatisfy { $0.wholeMatch(of: pattern) != nil })
      #expect(Set(ids).count == ids.count)
    }
  }
#endif
