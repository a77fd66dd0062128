import Foundation

/// Every text that Swift makes of a value without being asked for a certain member: what ends up in logs, test failures
/// and crash reports.
public func renderings(of value: Any) -> [String] {
    var dumped = ""
    dump(value, to: &dumped, maxDepth: 20)
    var texts = ["\(value)", String(describing: value), String(reflecting: value), dumped]
    texts.append(reflection(of: value, depth: 0))
    if let value = value as? any CustomStringConvertible { texts.append(value.description) }
    if let value = value as? any CustomDebugStringConvertible { texts.append(value.debugDescription) }
    if let error = value as? any Error {
        texts.append(error.localizedDescription)
        texts.append("\(error as NSError) \((error as NSError).userInfo)")
    }
    if let value = value as? any Encodable, let data = try? JSONEncoder().encode(value) {
        texts.append(String(decoding: data, as: UTF8.self))
    }
    return texts
}

/// What mirrors show of a value and of everything in it.
private func reflection(of value: Any, depth: Int) -> String {
    guard depth < 20 else { return "" }
    var text = "\(value) "
    var mirror: Mirror? = Mirror(reflecting: value)
    while let current = mirror {
        for child in current.children {
            text += "\(child.label ?? "-"): \(reflection(of: child.value, depth: depth + 1))\n"
        }
        mirror = current.superclassMirror
    }
    return text
}
