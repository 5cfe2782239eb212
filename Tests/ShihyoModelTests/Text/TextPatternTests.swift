import ShihyoModel
import Testing

struct TextPatternTests {
  @Test(arguments: [
    ("[0-9]{3}-[0-9]{4}", "802-0001", true), ("[0-9]{3}-[0-9]{4}", "802-00011", false),
    ("[0-9]{3}-[0-9]{4}", "x802-0001", false), ("R[0-9]{5}", "R01100", true), ("第[1-4]四半期", "第2四半期", true),
    ("第[1-4]四半期", "第5四半期", false), ("^[A-C]$", "B", true), ("^[A-C]$", "BB", false), ("a|bc|", "", true),
    ("a|bc", "bc", true), ("a|bc", "abc", false), (#"\d+"#, "１２", true), (#"[^,\s]+区"#, "門司区", true),
    (#"[^,\s]+区"#, "門 司区", false), (#"\p{Lu}\p{Nd}{2,}"#, "A123", true), (#"\p{Lu}\p{Nd}{2,}"#, "a123", false),
    (#"\P{L}"#, "1", true), ("(?:ab){2}", "abab", true), ("(?:ab){2}", "ab", false), ("x{0,2}", "xx", true),
    ("x{0,2}", "xxx", false), ("x{2,}", "x", false), ("x{2,}", "xxxxx", true), ("a+?b*?", "aab", true), ("", "", true),
    ("", "a", false), (".", "\n", false), (".", "が", true), ("[a-]", "-", true), ("[]a]", "]", true),
    (#"[\d/]+"#, "2025/4", true), (#"\."#, ".", true), (#"\."#, "x", false), ("[ぁ-ん]+", "かな", true),
    (#"\p{IsKatakana}+"#, "カナ", true), ("()", "", true), ("(a*)*b", "aaab", true),
  ])
  func matchesWholeValues(pattern: String, text: String, isMatch: Bool) throws {
    let compiled = try #require(TextPattern(pattern))
    #expect(compiled.matches(text) == isMatch, "\(pattern) on \(text)")
  }

  @Test(arguments: [
    "(", ")", "[", "[a", "a**", "*a", "a{3,1}", "a{", "a{x}", #"(a)\1"#, "(?=a)b", "(?<!a)b", #"\q"#, #"\p{Foo}"#,
    "[z-a]", "a{2000}", "((((a{500}){500}){500}){500})", #"\"#, "a{1,2,3}",
  ])
  func refusesWhatIsNoPatternOrNotLinear(pattern: String) { #expect(TextPattern(pattern) == nil) }

  @Test func takesLinearTimeWhereTryingAgainWouldTakeForEver() throws {
    let pattern = try #require(TextPattern("(a+)+(a+)+b"))
    #expect(!pattern.matches(String(repeating: "a", count: 5_000)))
    #expect(pattern.matches(String(repeating: "a", count: 5_000) + "b"))
  }

  @Test func refusesPatternsThatAreTooLong() {
    #expect(TextPattern(String(repeating: "a", count: TextPattern.maximumLength)) != nil)
    #expect(TextPattern(String(repeating: "a", count: TextPattern.maximumLength + 1)) == nil)
  }
}
