// Uses a private key, lets it go, and searches the memory of this process for what is left of it: see .ci/secrets.
//
//     SecretsCheck ENDING FORM FILE NEEDLES ENGINE
//
// ENDING is `released`, or a control in which something must be found: `alive`, a key that is still there; `heap` and
// `stack`, a copy of p there that nobody wiped. FORM says what FILE holds: `pem`, `der` (PKCS#1 or PKCS#8), `jwk`, or
// `refused`, a JWK where none is expected.
// NEEDLES is what to look for, in a disguise that scan.py puts on, so that this process never holds it otherwise.
import Glibc
import RSA

@main
enum SecretsCheck {
    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count == 6, let ending = Ending(rawValue: arguments[1]),
            let form = KeyForm(rawValue: arguments[2]), let needles = Needles(bytes: ownBytes(arguments[4]))
        else {
            print("usage: SecretsCheck released|alive|heap|stack pem|der|jwk|refused FILE NEEDLES ENGINE")
            exit(2)
        }
        guard let engine = RSAEngine.available.first(where: { $0.name == arguments[5] }) else {
            print("the engine \(arguments[5]) is not available on this machine")
            exit(3)
        }
        let use = KeyUse(form: form, path: arguments[3], engine: engine, ending: ending)
        OwnStack.run { use.run() }
        let found = needles.search()
        for (kind, place) in found.prefix(20) { print("\(kind) in \(place)") }
        print("\(found.count) hits among \(needles.count) needles in \(MemoryMap.writable().byteCount) bytes")
    }
}
