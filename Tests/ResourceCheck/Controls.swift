/// Readers that do what no reader may do. Each must be noticed.
let controls = [
    HostileInput("control: looks at everything", bytes(filling: ".")) { bytes in
        try refuse(if: bytes.reduce(0) { ($0 &* 31) ^ Int($1) } != 1)
    },
    HostileInput("control: counts again for each dot", bytes(10_000, filling: ".")) { bytes in
        for end in bytes.indices { try refuse(if: bytes[..<end].reduce(0) { $0 + Int($1) } == 1) }
        throw Refusal()
    },
    HostileInput("control: copies what it refuses", bytes(4_000_000, filling: ".")) { bytes in
        let copies = [bytes.map { $0 &+ 1 }, bytes.map { $0 &+ 2 }]
        try refuse(if: copies[0][bytes.count - 1] != copies[1][0])
    },
    HostileInput("control: accepts", bytes(filling: ".")) { _ in },
]
