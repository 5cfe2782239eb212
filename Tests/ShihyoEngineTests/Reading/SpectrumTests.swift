import ShihyoModel
import Testing

@testable import ShihyoEngine

/// The kinds of file that csv-spectrum and RFC 4180 (section 2) name, each written anew, with its one reading.
struct SpectrumTests {
  struct Kind: Sendable {
    var name: String
    var text: String
    var names: [String]
    var rows: [[String]]
  }

  static let kinds = [
    Kind(name: "plain", text: "x,y,z\n7,8,9\n", names: ["x", "y", "z"], rows: [["7", "8", "9"]]),
    Kind(name: "plain, CR LF", text: "x,y\r\n7,8\r\n", names: ["x", "y"], rows: [["7", "8"]]),
    Kind(name: "plain, CR", text: "x,y\r7,8\r", names: ["x", "y"], rows: [["7", "8"]]),
    Kind(name: "no line end at the end", text: "x,y\r\n7,8", names: ["x", "y"], rows: [["7", "8"]]),
    Kind(
      name: "comma in quotes", text: "氏名,住所,番号\n山田,\"本町1丁目, 2番\",04\n", names: ["氏名", "住所", "番号"],
      rows: [["山田", "本町1丁目, 2番", "04"]]),
    Kind(
      name: "empty", text: "x,y,z\n7,\"\",\"\"\n2,3,4\n", names: ["x", "y", "z"],
      rows: [["7", "", ""], ["2", "3", "4"]]),
    Kind(name: "empty, CR LF", text: "x,y,z\r\n7,\"\",\r\n", names: ["x", "y", "z"], rows: [["7", "", ""]]),
    Kind(
      name: "escaped quotes", text: "x,y\n7,\"ha \"\"ha\"\" ha\"\n3,4\n", names: ["x", "y"],
      rows: [["7", "ha \"ha\" ha"], ["3", "4"]]),
    Kind(
      name: "JSON in a cell", text: "key,val\n1,\"{\"\"type\"\": \"\"Point\"\", \"\"at\"\": [1.5, 2]}\"\n",
      names: ["key", "val"],
      rows: [["1", "{\"type\": \"Point\", \"at\": [1.5, 2]}"]]),
    Kind(
      name: "line ends in quotes", text: "x,y,z\n7,8,9\n\"once upon\na time\",5,6\n", names: ["x", "y", "z"],
      rows: [["7", "8", "9"], ["once upon\na time", "5", "6"]]),
    Kind(
      name: "CR LF in quotes", text: "x,y,z\r\n\"once upon\r\na time\",5,6\r\n", names: ["x", "y", "z"],
      rows: [["once upon\r\na time", "5", "6"]]),
    Kind(
      name: "quotes and line ends", text: "x,y\n1,\"ha \n\"\"ha\"\" \nha\"\n3,4\n", names: ["x", "y"],
      rows: [["1", "ha \n\"ha\" \nha"], ["3", "4"]]),
    Kind(name: "UTF-8", text: "x,y\n1,ʤ\n髙,🗾\n", names: ["x", "y"], rows: [["1", "ʤ"], ["髙", "🗾"]]),
    Kind(name: "spaces belong to a field", text: "x,y\n 1 , 2\n", names: ["x", "y"], rows: [[" 1 ", " 2"]]),
    Kind(name: "some fields in quotes", text: "x,\"y\"\n\"1\",2\n", names: ["x", "y"], rows: [["1", "2"]]),
    Kind(name: "a quote alone", text: "x,y\n\"\"\"\",\"\"\"\"\"\"\n", names: ["x", "y"], rows: [["\"", "\"\""]]),
  ]

  @Test(arguments: kinds.indices, [1, 3, 1 << 16])
  func `reads each kind`(_ index: Int, _ blockBytes: Int) throws {
    let kind = Self.kinds[index]
    let read = try FlatReading(TemporaryFile(kind.text), blockBytes: blockBytes)
    #expect(read.findings.isEmpty, "\(kind.name)")
    #expect(read.names == kind.names, "\(kind.name)")
    #expect(read.rows == kind.rows, "\(kind.name)")
  }
}
