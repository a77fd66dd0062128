/// The rules for the host of an endpoint (RFC 3986 §3.2.2), on text that is already in lower case.
enum Host {
    /// Whether `host` is a name, an IPv4 address in four decimal parts, or an IPv6 address in brackets.
    ///
    /// A name whose last label is a number is refused unless it is such an IPv4 address: `127.1`, `0x7f.0.0.1`
    /// and `2130706433` are addresses to some resolvers and names to others.
    static func isValid(_ host: [UInt8]) -> Bool {
        if host.first == UInt8(ascii: "[") { return isBracketedIPv6(host) }
        return ipv4(host) != nil || isName(host)
    }

    /// Whether `host` never leaves this machine: 127.0.0.0/8, `[::1]` or `localhost` (RFC 6761 §6.3).
    static func isLoopback(_ host: String) -> Bool {
        if host == "localhost" || host == "[::1]" { return true }
        return ipv4(Array(host.utf8))?.first == 127
    }

    /// The four parts of an IPv4 address, or nil. Leading zeros are refused: some readers take them for octal.
    static func ipv4(_ host: [UInt8]) -> [UInt8]? {
        let parts = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var address: [UInt8] = []
        for part in parts {
            guard (1...3).contains(part.count), part.allSatisfy({ $0.isASCIIDigit }),
                part.count == 1 || part.first != UInt8(ascii: "0")
            else { return nil }
            let value = part.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
            guard value <= 255 else { return nil }
            address.append(UInt8(value))
        }
        return address
    }

    /// Labels of 1 to 63 letters, digits, hyphens and underscores, at most 253 bytes, the last one not a number.
    private static func isName(_ host: [UInt8]) -> Bool {
        guard (1...253).contains(host.count) else { return false }
        var last = host[...]
        for label in host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
            guard (1...63).contains(label.count), label.allSatisfy({ $0.isHostNameByte }),
                label.first != UInt8(ascii: "-"), label.last != UInt8(ascii: "-")
            else { return false }
            last = label
        }
        return !last.isNumber
    }

    /// Only the alphabet and the size are checked: the resolver reads the address itself.
    private static func isBracketedIPv6(_ host: [UInt8]) -> Bool {
        guard (4...47).contains(host.count), host.last == UInt8(ascii: "]") else { return false }
        let address = host.dropFirst().dropLast()
        return address.filter { $0 == UInt8(ascii: ":") }.count >= 2
            && address.allSatisfy {
                $0.isHexadecimalDigit || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".")
            }
    }
}

extension UInt8 {
    fileprivate var isHostNameByte: Bool {
        isASCIIDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self)
            || self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
    }
}

extension ArraySlice<UInt8> {
    /// Decimal digits, or `0x` and hexadecimal digits.
    fileprivate var isNumber: Bool {
        if starts(with: [UInt8(ascii: "0"), UInt8(ascii: "x")]) {
            return dropFirst(2).allSatisfy({ $0.isHexadecimalDigit })
        }
        return allSatisfy { $0.isASCIIDigit }
    }
}
