import ArgumentParser
import Shihyo

@main
struct ShihyoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "shihyo")
}
