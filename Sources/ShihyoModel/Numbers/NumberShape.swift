/// Names what a text that is no number looks like, so that the message can say what to do.
enum NumberShape {
  static func rule(for folded: String) -> NumberRule {
    let scalars = Array(folded.unicodeScalars)
    if errorValues.contains(folded.uppercased()) || scalars.count > 2 && scalars.allSatisfy({ $0 == "#" }) {
      return .spreadsheetError
    }
    let shape = shape(of: scalars)
    if exponents.contains(shape) { return .scientificNotation }
    if dates.contains(shape) || months.contains(where: { shape == "9-" + $0 || shape == $0 + "-9" }) {
      return .dateForNumber
    }
    if shape.split(separator: " ").allSatisfy({ numbers.contains(String($0)) }), shape.contains(" ") {
      return .spaceInside
    }
    if !scalars.isEmpty, scalars.allSatisfy({ isNumeral($0) || "+-,.".unicodeScalars.contains($0) }),
      scalars.contains(where: isNumeral), !shape.contains("9")
    {
      return .otherDigits
    }
    if (1...4).contains(scalars.count), scalars.allSatisfy(isSymbol) { return .unknownMark(folded) }
    return .notANumber
  }

  private static let errorValues: Set<String> = [
    "#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "ERR:502",
  ]
  private static let exponents: Set<String> = Set(
    ["9e9", "9.9e9", "9e+9", "9.9e+9", "9e-9", "9.9e-9"].flatMap { [$0, "-" + $0, "+" + $0] })
  private static let dates: Set<String> = [
    "9月9日", "9月", "9年9月9日", "9年9月", "9/9", "9/9/9", "9-9-9", "9:9", "9:9:9",
  ]
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  private static let numbers: Set<String> = ["9", "-9", "9.9", "-9.9"]

  /// Runs of ASCII digits as one 9, capitals as small letters.
  private static func shape(of scalars: [Unicode.Scalar]) -> String {
    var shape = String.UnicodeScalarView()
    for scalar in scalars {
      if ("0"..."9").contains(scalar) {
        if shape.last != "9" { shape.append("9") }
      } else if ("A"..."Z").contains(scalar) {
        shape.append(Unicode.Scalar(UInt8(scalar.value) + 32))
      } else {
        shape.append(scalar)
      }
    }
    return String(shape)
  }

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.numericType != nil }

  private static func isSymbol(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol, .connectorPunctuation, .dashPunctuation,
      .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation:
      true
    default: false
    }
  }
}
