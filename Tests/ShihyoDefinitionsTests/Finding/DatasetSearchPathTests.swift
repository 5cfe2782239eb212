import ShihyoDefinitions
import Testing

struct DatasetSearchPathTests {
  @Test func `an option is the only place`() {
    #expect(DatasetSearchPath.folders(option: "d", environment: "e", executable: "/usr/bin/shihyo") == ["d"])
  }

  @Test func `else the environment, the working folder, and beside the binary`() {
    #expect(
      DatasetSearchPath.folders(
        option: nil, environment: "/a:/b", workingFolder: "/w", executable: "/usr/local/bin/shihyo")
        == ["/a", "/b", "/w/datasets", "/w", "/usr/local/bin/../share/shihyo/datasets"])
    #expect(DatasetSearchPath.folders(option: nil, environment: nil, executable: nil) == ["datasets", "."])
  }

  @Test(arguments: [
    ("-", DatasetInput.standardInput), ("a.csv", .path("a.csv")), ("A.CSV", .path("A.CSV")),
    ("a.json", .path("a.json")),
    ("./a", .path("./a")), ("../a", .path("../a")), ("/a", .path("/a")), ("a/", .path("a/")), ("a/b/c", .path("a/b/c")),
    ("a", .name("a", resource: nil)), ("a/b", .name("a", resource: "b")), ("there/file", .path("there/file")),
  ])
  func `an input is a path or a name`(_ text: String, _ expected: DatasetInput) {
    #expect(DatasetInput(text) { $0 == "there/file" } == expected)
  }
}
