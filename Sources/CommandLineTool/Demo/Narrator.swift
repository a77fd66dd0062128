import JOSE
import TokenExchange

/// Numbers the steps of the demonstration and shows answers.
final class Narrator {
    private let console: Console
    private var number = 0

    init(_ console: Console) {
        self.console = console
    }

    /// A heading.
    func step(_ title: String) throws(CommandFailure) {
        number += 1
        try console.print("\n" + console.style.bold("\(number)  \(title)"))
    }

    /// The status of an answer, and its JSON with long texts shortened.
    func show(_ response: HTTPResponse) throws(CommandFailure) {
        try console.print("HTTP status \(response.status)")
        guard let object = (try? JSONValue(parsing: response.body))?.objectValue else { return }
        let members = object.members.map { member in
            guard let text = member.value.stringValue, text.utf8.count > 200 else { return member }
            return (name: member.name, value: JSONValue.string(RequestDisplay.shortened(text)))
        }
        try console.print(JSONDisplay.text(.object(JSONObject(members))))
    }
}
