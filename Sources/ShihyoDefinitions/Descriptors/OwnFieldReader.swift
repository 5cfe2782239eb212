import ShihyoModel

/// Reads a column that the file does not have: all its keys stand in one object, the standard's and ours.
enum OwnFieldReader {
  static let standardKeys = [
    "name", "title", "description", "format", "categories", "categoriesOrdered", "missingValues", "trueValues",
    "falseValues",
  ]

  /// - Parameter besides: keys that are not the column's.
  static func read(_ object: ObjectReader, context: FieldReader.Context, besides keys: [String]) -> Field? {
    object.refuseKeys(otherThan: standardKeys + ShihyoKey.field + keys)
    return FieldReader(object, context: context).readOwn()
  }
}
