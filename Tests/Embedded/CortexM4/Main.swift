import _Volatile

/// The checks on a bare Cortex-M4: the MPS2 board with the AN386 image.
///
/// The linker script puts the address of this function into the reset vector.
@c(reset)
public func reset() {
    SerialPort.begin()
    // The 16 MiB of PSRAM.
    FreestandingHeap.begin(at: 0x2100_0000, end: 0x2200_0000)
    print(Checks.allPass() ? "all checks passed" : "checks failed")
    requestReset()
    while true {}
}

/// The interrupt handler for everything that must not happen: a fault, a trap.
@c(fault)
public func fault() {
    for character in "FAULT\n".utf8 { SerialPort.write(character) }
    requestReset()
    while true {}
}

/// SYSRESETREQ in the application interrupt and reset control register (ARMv7-M, B3.2.6): the emulator ends here.
private func requestReset() {
    unsafe VolatileMappedRegister<UInt32>(unsafeBitPattern: 0xE000_ED0C).store(0x05FA_0004)
}

/// The first CMSDK UART of the board.
private enum SerialPort {
    private static func register(_ offset: UInt) -> VolatileMappedRegister<UInt32> {
        unsafe VolatileMappedRegister<UInt32>(unsafeBitPattern: 0x4000_4000 + offset)
    }

    static func begin() {
        register(0x10).store(16)  // BAUDDIV: the smallest divisor
        register(0x08).store(1)  // CTRL: transmit enable
    }

    static func write(_ character: UInt8) {
        while register(0x04).load() & 1 != 0 {}  // STATE: transmit buffer full
        register(0x00).store(UInt32(character))
    }
}

/// The name under which the Swift runtime prints.
@c(putchar)
public func putchar(_ character: Int32) -> Int32 {
    SerialPort.write(UInt8(truncatingIfNeeded: character))
    return character
}

/// The name under which the Swift runtime asks for random bytes: seeds of hash tables, nothing else here. The board
/// has no source of randomness, so they are constant.
@c(arc4random_buf)
public func fillWithRandomBytes(_ address: UnsafeMutablePointer<UInt8>, _ count: UInt) {
    for index in 0..<Int(count) {
        unsafe address[index] = UInt8(truncatingIfNeeded: index &* 37)
    }
}
