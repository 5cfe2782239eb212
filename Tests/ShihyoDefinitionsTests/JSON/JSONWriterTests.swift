import ShihyoDefinitions
import Testing

struct JSONWriterTests {
  @Test func `keys keep their order and text stays readable`() {
    let value: JSONValue = [
      "name": "区別", "list": [1, 2], "empty": [:], "rows": [["a": true]], "text": "a\"b\\c\n\u{1}", "none": [],
    ]
    #expect(
      JSONWriter.write(value) == """
        {
          "name": "区別",
          "list": [1, 2],
          "empty": {},
          "rows": [
            {
              "a": true
            }
          ],
          "text": "a\\"b\\\\c\\n\\u0001",
          "none": []
        }

        """)
  }
}
