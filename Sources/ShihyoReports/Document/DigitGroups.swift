/// Thousands separators, for people only: never in CSV or JSON.
package enum DigitGroups {
  package static func grouped(_ number: Int) -> String { grouped(String(number)) }

  /// Groups the whole part of plain digits: `-1234567.1234` → `-1,234,567.1234`.
  package static func grouped(_ digits: String) -> String {
    let sign = digits.hasPrefix("-") ? "-" : ""
    let unsigned = digits.dropFirst(sign.utf8.count)
    let whole = unsigned.prefix { $0 != "." }
    var result = sign
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.utf8.count - index).isMultiple(of: 3) { result += "," }
      result.append(digit)
    }
    return result + unsigned.dropFirst(whole.utf8.count)
  }
}
