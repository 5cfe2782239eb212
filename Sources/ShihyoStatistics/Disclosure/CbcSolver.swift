import Glibc
import Synchronization

/// COIN-OR's Cbc (with Clp), loaded when it is first needed: tables of three keys and more are rare, and nothing else needs it.
///
/// - Cost: one programme at a time in the whole process.
/// - Note: the library of the Debian package `coinor-libcbc3` (EPL); it is not linked.
/// - Errors: nil from `init` where the library or one of its functions is not there.
public final class CbcSolver: LinearSolver {
  /// As the Debian package names it.
  public static let library = "libCbcSolver.so.3"

  private typealias Model = UnsafeMutableRawPointer
  private typealias Load =
    @convention(c) (
      Model, CInt, CInt, UnsafePointer<CInt>, UnsafePointer<CInt>, UnsafePointer<Double>, UnsafePointer<Double>,
      UnsafePointer<Double>, UnsafePointer<Double>, UnsafePointer<Double>, UnsafePointer<Double>
    ) -> Void

  private let create: @convention(c) () -> Model?
  private let delete: @convention(c) (Model) -> Void
  private let setLogLevel: @convention(c) (Model, CInt) -> Void
  private let load: Load
  private let setInteger: @convention(c) (Model, CInt) -> Void
  private let run: @convention(c) (Model) -> CInt
  private let isOptimal: @convention(c) (Model) -> CInt
  private let solution: @convention(c) (Model) -> UnsafePointer<Double>?

  public init?(library: String = CbcSolver.library) {
    guard let handle = dlopen(library, RTLD_NOW | RTLD_LOCAL) else { return nil }
    func function<Signature>(_ name: String, _: Signature.Type) -> Signature? {
      // A C function's address is its value; the signatures are those of Cbc_C_Interface.h 2.10.
      dlsym(handle, name).map { unsafeBitCast($0, to: Signature.self) }
    }
    guard let create = function("Cbc_newModel", (@convention(c) () -> Model?).self),
      let delete = function("Cbc_deleteModel", (@convention(c) (Model) -> Void).self),
      let setLogLevel = function("Cbc_setLogLevel", (@convention(c) (Model, CInt) -> Void).self),
      let load = function("Cbc_loadProblem", Load.self),
      let setInteger = function("Cbc_setInteger", (@convention(c) (Model, CInt) -> Void).self),
      let run = function("Cbc_solve", (@convention(c) (Model) -> CInt).self),
      let isOptimal = function("Cbc_isProvenOptimal", (@convention(c) (Model) -> CInt).self),
      let solution = function(
        "Cbc_getColSolution", (@convention(c) (Model) -> UnsafePointer<Double>?).self)
    else { return nil }
    self.create = create
    self.delete = delete
    self.setLogLevel = setLogLevel
    self.load = load
    self.setInteger = setInteger
    self.run = run
    self.isOptimal = isOptimal
    self.solution = solution
  }

  /// Cbc 2.10 keeps what it is asked to do in variables of the process: two solves at once take each other's.
  private static let turn = Mutex(())

  public func solve(_ programme: LinearProgramme) -> [Double]? {
    Self.turn.withLock { _ in solveAlone(programme) }
  }

  private func solveAlone(_ programme: LinearProgramme) -> [Double]? {
    guard let model = create() else { return nil }
    defer { delete(model) }
    setLogLevel(model, 0)
    let columns = Columns(programme)
    load(
      model, CInt(programme.costs.count), CInt(programme.rows.count), columns.starts, columns.rows, columns.factors,
      programme.lower, programme.upper.map { $0.isFinite ? $0 : .greatestFiniteMagnitude }, programme.costs,
      programme.rows.map(\.lower), programme.rows.map(\.upper))
    if programme.isWhole {
      for variable in programme.costs.indices { setInteger(model, CInt(variable)) }
    }
    _ = run(model)
    guard isOptimal(model) != 0, let values = solution(model) else { return nil }
    return programme.costs.indices.map { values[$0] }
  }
}

/// The rows of a programme by column, as solvers take them.
private struct Columns {
  var starts: [CInt] = [0]
  var rows: [CInt] = []
  var factors: [Double] = []

  init(_ programme: LinearProgramme) {
    var entries: [[(row: Int, factor: Double)]] = Array(repeating: [], count: programme.costs.count)
    for (number, row) in programme.rows.enumerated() {
      for term in row.terms { entries[term.variable].append((number, term.factor)) }
    }
    for column in entries {
      for entry in column {
        rows.append(CInt(entry.row))
        factors.append(entry.factor)
      }
      starts.append(CInt(rows.count))
    }
  }
}
