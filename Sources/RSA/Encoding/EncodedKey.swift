import ConstantTime
import DER

/// The largest encoding that is read, in bytes: as many as of a PEM text. A private key of 16,384 bits takes 9 KB.
private let maximumByteCount = PEMDocument.maximumByteCount

/// A copy of an encoding in memory that is wiped, if it is not larger than any key or certificate is.
func copied(_ encoding: [UInt8]) throws(RSAKeyError) -> SecretSlice {
    guard encoding.count <= maximumByteCount else {
        throw .tooLarge(byteCount: encoding.count, maximum: maximumByteCount)
    }
    return SecretSlice(SecretBytes(copying: encoding))
}

/// What `body` returns; an error of the encoding becomes an error of the key.
func encoded<R>(_ body: () throws(DERError) -> R) throws(RSAKeyError) -> R {
    do {
        return try body()
    } catch {
        throw .encoding(error)
    }
}
