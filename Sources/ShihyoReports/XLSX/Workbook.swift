/// Sheets and what the file says of itself.
struct Workbook: Hashable, Sendable {
  var sheets: [Sheet]
  var title: String
  var author: String
  var comment: String
}
