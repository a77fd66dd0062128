/// The checks as a Linux program whose only library is the C library.
@main
enum Main {
    static func main() {
        print(Checks.allPass() ? "all checks passed" : "checks failed")
    }
}
