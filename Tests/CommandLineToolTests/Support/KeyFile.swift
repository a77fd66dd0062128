import Foundation
import TestSupport

/// Where key files for tests are.
enum KeyFile {
    /// The path of a file below `Vectors/keys`.
    static func path(_ name: String) -> String {
        VectorFile.folder.appendingPathComponent("keys/" + name).path
    }

    /// The key of RFC 7515 appendix A.2 in its forms.
    static let privatePKCS1 = path("generated/a2-pkcs1.pem")
    static let privatePKCS8 = path("generated/a2-pkcs8.pem")
    static let publicKey = path("generated/a2-spki.pem")
    static let certificate = path("generated/a2-cert.pem")

    /// Its thumbprint (RFC 7638), as the manifest of the vectors gives it.
    static let thumbprint = "IsUn6_e04MaShXFIISMp4kG62LWzMIPy_MvSA5pJgX8"
}
