/// A published RSA key to measure with. **Everybody knows it; it protects nothing.**
public struct PublishedKey: Sendable {
    /// The length of the modulus in bits.
    public let bits: Int

    /// The private key as PKCS #8 in PEM, and the public key as SubjectPublicKeyInfo in PEM.
    public let privatePEM: String, publicPEM: String

    /// One key for each length that is in common use; all have the public exponent 65537.
    public static let all = [rfc7515, nist3072, nist4096]

    /// The key of RFC 7515, appendix A.2.
    public static let rfc7515 = PublishedKey(
        bits: 2048,
        privatePEM: """
            -----BEGIN PRIVATE KEY-----
            MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQCh+BYK4uPJtGXO
            jS1lYmM2K5J9vinh8CR3/BYlzJChNuOL2TSXxbbqY913EeZ8dCn5VrD7io8ImtxL
            aYk8wTM/U+3QGbh3hCUv7JFP5IV3aVlL6kKA0ywPVb9ilE8TA5a8bpvfbr3SvaNn
            juygxmj3AbONv/s4yDQs4v5tJ/reSlpIdJed1LnPmt7Ex1sFhSwsD174pcF1A5L5
            ROjtZMEQxrZHYJqkeDrrnGya11UxMFBji4NmXG9veoKjlnAqH2QbgtPr8jkiGUkf
            toaHLFcW9Qr4NY2ai50Xw0Byj3+H2JoY2PyrZ62EWQwuz3WTOTY8BwNNb2BvniHg
            VFbK5emhAgMBAAECggEAEq5xpGnNCivDflJsRQBXHx1hdR1k6Ulwe2JZD50LpXyW
            PEAeP88vLNO97IjlA7/GQ5sLKMgvfTeXZx9SE+7YwVol2NXOoAJe46sui395IW/G
            O+pWJ1O0BkTGoVEn2bKVRUCgu+GjBVaYLU6f3l9kJfFNS3E0QbVdxzubSu3Mkqzj
            kn439X0M/V51gfpRLI9JYanrC4D4qAdGcopV/0ZHHzQlBjudU2QvXt4ehNYTCBr6
            XCLQUShb1juUO1ZdiYoFaFQT5Tw8bGUl/x/jTj3ccPDVZFD9pIuhLhBOneufuBiB
            4cS98l2SR/RQyGWSeWjnczT0QU91p1DhOVRuOopznQKBgQDgHMQQ60imZV1URk0K
            pLttoLhyt3SmqdEf/kgHePDdtzEafpAu+cS191R2JiuoF2yzWXnwFDcqGigp5BNr
            0AHQfD8/Lk8l1Mk09jxxCfui5nYooNyac8YFjm3vItzVCVDnEd3BbVWG8qf6deqE
            lMGAg+C2V0L4oNXnP7LZcPAZRwKBgQC5A8R+CZW2MvRTLLHzwZkUXV866cff7tx6
            kqa0finGG0KgeqlaZPxgCZnFp7AeAcCMtiynVlJ7vMVgePsLq6XtON4tB5kP9jAP
            rq3rbAOal78eUH5OcED6eNuCV8ixEu1eWcPNCS/l1OW1EnXUEoEHKl54Xrrz2uNw
            kgMTP1FZ1wKBgAcCn1dwJKufzBWQxWQp1vsM5fggqPN1qGb5y0MAk3g7/Ls5bkUp
            5u9SN0Ai3Ya6hNnvWJMb7sXQX6U/zyO2M/hTip7tUeh7CXgwo59dkpN75gJLVds2
            9+DAncu3KXU4f2Fa+7bLNrur53k8KwPOq2bbuTG69QtV7Jr5MR0AHWKNAoGBAIf/
            evpitUf+4JYbLpvNXWcY052Mpz22aR84mY3nh3F2LF2mjMJDpTg7FmuyPcVw6EcG
            yoAe9fa65iNqCq+jdw6PVNGo2hxfjSiZ8IIzHdsPXI89//pMjZcQK9r+CCoRjaZj
            OYiIDktVWZzmevJuv6WywUqd57LE3Zar3dLSIkx1AoGAIYd7DHOhrWvxkwPQsRM2
            tOgrjbcrfvtQJipd+DlcxyVuuM9sQLdgjVk2oy26F0EmpScGLq2MowX7fhd/QJQ3
            ydy5cY7YIBi87w93IKLEdfnbJtoOPLUW0ITrJReOgo1cq9SbsxYawBgfp/gh6A56
            03k2+ZQwVK0JKSHuLFkuQ3U=
            -----END PRIVATE KEY-----
            """,
        publicPEM: """
            -----BEGIN PUBLIC KEY-----
            MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAofgWCuLjybRlzo0tZWJj
            NiuSfb4p4fAkd/wWJcyQoTbji9k0l8W26mPddxHmfHQp+Vaw+4qPCJrcS2mJPMEz
            P1Pt0Bm4d4QlL+yRT+SFd2lZS+pCgNMsD1W/YpRPEwOWvG6b32690r2jZ47soMZo
            9wGzjb/7OMg0LOL+bSf63kpaSHSXndS5z5rexMdbBYUsLA9e+KXBdQOS+UTo7WTB
            EMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6/I5IhlJH7aGhyxX
            FvUK+DWNmoudF8NAco9/h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXp
            oQIDAQAB
            -----END PUBLIC KEY-----
            """)

    /// The first primes for 3072 bits in `Vectors/nist/SigVer15_186-3-SHA256.rsp`.
    public static let nist3072 = PublishedKey(
        bits: 3072,
        privatePEM: """
            -----BEGIN PRIVATE KEY-----
            MIIG/AIBADANBgkqhkiG9w0BAQEFAASCBuYwggbiAgEAAoIBgQDzPTI08TJyw7K2
            ghzkgFZj/y6LDSpH3jY9l/ycyHnMa0D55TrqaV3FOKDStVhJiCmqwyfqy82Inhcr
            NPkHRcXVKLfoJgXxpY/SKOx/1Lb0dvOThk9I3EcJfIp4Ci7MAvdIE429ffmcUtgi
            ouUVTGBH+w7rT0naOO3K48MtP95DXykflsrR4J4QMK1++0lEtp4HTQ15ZL7LPLhi
            ONjSk77zAw0UHRSGi8IfoTPp3hEV90mZHPhu9QbmY6wWKyyFZ/8TGmtGem9WTWxY
            iGC+y9iJcDVBmOzdTx9Lruj4va9yVYNThfVnNiXxE1ULEjYooL45lNkcOhmoLl1z
            RI2r9oTuZ5T7p6Kxr77gKH5aERgMKc4IlnldUqx/QI/ijo6RFv4LYaEIP5XFIn1i
            1VN7UEC3niGzqOg8Ilvz7+uy+AhUHpfSiiRoNZ/GD1iOdPqtYRJiBkYool2NYfnQ
            PYshzKUVWVqvI0OnWbdKaor+/8oTmjiaooGZXNGOFqnPe3/w3dsCAwEAAQKCAYAw
            FQnGs2MwkoTSVRgXB1OMgtYVgK259TAtrsytxWdmRFFc1LZ3vgpeQRpxbI2eQ39R
            FTDf1he0COQ1k0wi5uT7hQgNqO6F3R94AMT3Y/oiix0NLYCgu4KDWo4YupKTm4Z8
            Rfk/2xYrk6jL9/1m32ks8XD6jPrhW12OPMXJPRXXpYkAiJNhN5CnTKgPMOdD4QGO
            Geou8/5POJqOOASMY85cRV8heboj+p6OGBSmB1LDT9XJoZNug5swkcVjwHcVi//a
            fYLtaQf/7Dh1v76sx5bWfgBVrjZIhwmyAB7SE1CS8CRD3vkp+odnYFnCAMjfzTFE
            Cw+1F7bsrsx33mdN1cUmzv39IxTw5jBc+Vy+MPPUW3bPrzq9CbCu7eJiVlcwKS+B
            vFZ7uVnvygZkcL2IiWsUWpNjbHWAMlqpA7P33ujp4JuJDLHmeKiY7Z5Gz0yT3gr/
            R2IvdA09Ta2JBiNDxbcsCYGsFgJls5v6acXOGqGoGWLvXc1Eq2t5JOxLu7NCxBkC
            gcEA/zb83FGf4Qxpqg3eLPO8cs8s6aVKwGPYCbUj9OXX3apUE9UA3CH0Cc5mG/Mw
            GLdI+6OWbYdL+W9DE+r+qd7PunHVQK4FCBYaNljEdi2U67Ok4ijEVmExXbMMIPvZ
            4g4kwETk8LSebsgJSbFuCrB/PTKySLOfSDMsw2ht8F0pwXCnJ2rN0Sklmq8BiuOv
            tJtuDdueQEpJKGPa7nvnHfsRJ5BHeU5F85mpZleW0y1eZZVqE6b76ZKza/TIQvX1
            GaxHAoHBAPP8xqrldTEneNnolqz9fBqkxVJPIEU+i6slU2MWSvpxJLJCVYegd/oL
            +vYbEu8/BUDcTJ53cSKmBhClPR11sKWFnGVKjd/C/0hgdYv1pvJkv4vCuqdVHre+
            I7wGl4vpkvyB2JDgejq/ldIO7j9ru8CJmFysljlbRzsnQcZr0sy+8ihDL2a5BsFb
            GWlN14bCnwbLwXsuZADd5OPbhYGTgrPQWkwwCfCS1A0F7VsuBCiiFOFaesoJtHEg
            uepstAhPzQKBwGpqxE8d3fuaEGkvNSgrTbXVu1WFbcEBIPETTfXs7PDp9/r5A03G
            /pokLSGUasazjkQXNz9efgh5I1An2Z59YMLOemxo44I2rSFiLDFW2lTZ6HPBKfUW
            u93lLbaHLZf768kcMRZJShLJaE4JJOhiJfwfqoV0GIOjixPD9KuYPTQCxEBEYaPI
            c3ynYo5GWFqHwQEYRUlrcEveL0jn8zvmF4YWvCbRw4tK1H7vIN3XehgDkGK3ay0+
            1X+7ZtG8+0GEOwKBwHwqf9AoxeMl+1KqE0QmHCpTADhLHFkg42NNs4oRpkadndc5
            +tzyxRvzTNxCGvi2Ua4YbsWWc3T2mM+Px/JeGm+h9110+46MZe4naKq5cSSaMQCn
            MOZHY0KO+RCPKkCBtdPbIKNaGdob9drYzlZoNTxeybMgAbNeyHlKGScpaDXaVtI2
            nsDgGJf+DIiSnMRv9w42U1ik2y+1vO5YoTC4KSPpPIrZR7Wug0u9YHWujV9AXO/y
            Y9q95Z5M0VCD0XsJYQKBwGDEvfy99qQLMrXRbS1hlLtBp07cBdsykfLwTEd6oAjo
            57PGIS30dSnepFPulqOfuASysI72vnzG8vB4C/NrUU8ECH7GfQGDNHTmSwxMDelS
            bO6iyuMOlkbNJynebUoGmhSAdwFrwVxTLsPalT4u+A0HWxH8hWnMpHBJr6VUqo3W
            XwECySOHKiPl/9/wLTugwgnhm2stXn0B85KvMv+QnmS3YdT1PVbEEDyqGiL9/Al3
            9YRt1lYuuKR23gcz4rzOLQ==
            -----END PRIVATE KEY-----
            """,
        publicPEM: """
            -----BEGIN PUBLIC KEY-----
            MIIBojANBgkqhkiG9w0BAQEFAAOCAY8AMIIBigKCAYEA8z0yNPEycsOytoIc5IBW
            Y/8uiw0qR942PZf8nMh5zGtA+eU66mldxTig0rVYSYgpqsMn6svNiJ4XKzT5B0XF
            1Si36CYF8aWP0ijsf9S29Hbzk4ZPSNxHCXyKeAouzAL3SBONvX35nFLYIqLlFUxg
            R/sO609J2jjtyuPDLT/eQ18pH5bK0eCeEDCtfvtJRLaeB00NeWS+yzy4YjjY0pO+
            8wMNFB0UhovCH6Ez6d4RFfdJmRz4bvUG5mOsFisshWf/ExprRnpvVk1sWIhgvsvY
            iXA1QZjs3U8fS67o+L2vclWDU4X1ZzYl8RNVCxI2KKC+OZTZHDoZqC5dc0SNq/aE
            7meU+6eisa++4Ch+WhEYDCnOCJZ5XVKsf0CP4o6OkRb+C2GhCD+VxSJ9YtVTe1BA
            t54hs6joPCJb8+/rsvgIVB6X0ookaDWfxg9YjnT6rWESYgZGKKJdjWH50D2LIcyl
            FVlaryNDp1m3SmqK/v/KE5o4mqKBmVzRjhapz3t/8N3bAgMBAAE=
            -----END PUBLIC KEY-----
            """)

    /// The first primes for 4096 bits in the same file.
    public static let nist4096 = PublishedKey(
        bits: 4096,
        privatePEM: """
            -----BEGIN PRIVATE KEY-----
            MIIJQgIBADANBgkqhkiG9w0BAQEFAASCCSwwggkoAgEAAoICAQCxCTVlB1TBon5U
            +e5SXHcEXRoFa67cjBugWj1mMiyOLkFonKArjm7FXTMxzXFOFhs1x3QxFUDGQQzD
            sTDmXOwyU3fM8YpddwVK+qc35ltoZiMnYn9dEJLfmMCLYKO6Z1mbFAaYb0QVKNLx
            9db+Xsa4qnl9vbMWKHawgpgjevgccASGNXavVy3dZsSHzzKoLQ+f4mD48mgWEyCK
            7FVyNiL1DTyzvTOxIm1bW56iyXosWQVOMVNoSewvDyWXwHfmId3qCiLd+x35Jcnx
            lBzUMa/OA5jSjnNs/qs91/BiploqTB3cofMq+gO03f2LfKQMwM4u1CIp11PwPMbY
            vNynarfCcDxd2tCKqb+aJ3QKiyMWjGtVkXvT1cHAV8NNHvsUEdpRq3RVGb2SuUMv
            6o+ty5pw5dw63NMIHTMzUHt7mYiG6YgpZijdcmXmTqtVdxJVbMSSN38VoHjctiCm
            5/BRofuHVO/co94lPdCq1CBbAyZZ5KT7MH8HT73jQHArWRGss0c314NGAM8qx39i
            +DzMm6eP+RECG5+K0b9CFDCuDWSRaUS1BFQsD2JjxI5eIz7xhp3x78LM9vSpXk2y
            3ntMsamSvvZXNRG6tL8s1Y5yoMI19W38GC303/+2lDOlZ3QV812E9RJfUgDrV4aM
            zmt0xYM0F5kOMYNyySOaNtyhoLKICQIDAQABAoICACXguIHjLak4YRtBVlJc4kIW
            wWiDf6hEeey3IgfpmErbbrc5O7PWB7FGnZt8P0/bvvqksCGIUJGafWapVLMVEpw5
            65n33AjfXEyMkJaPPON7Zu4YTvPUhfg9MIUhqiZJ0owxnq+irshwMaH/XX6TPKVq
            JBBZNCX7hlmBt5dvygIbnXwxmDEvz+pdAJOmK0p8SamFwAXDp62BbicLJcUH/Da+
            HEzAoHy3xvoTAkAGJ5OxgEcYmqXnmxb+gKaVUZH1kQtwG8Gu5tzVzv1XGUv1TY4g
            iuQSAnRBkNXsi8wvl38RRhpctDBvybc6//KGOntYDUVLsfuNzLHL7yeUUQmo9aPS
            saMlZqpOjAGmKh1zURf/Wmo8x+cHVuffEOl+51xfjvifsKl9ejVpgGn1mp82XUOW
            q5p2TC+++4QPr19Xc3gBtzrG+fUkFntPOlZ6/5maDbENVdghVXIKXdxjw1tqYyo9
            pZwWvQwUPEN2YdzTOWUq5C9U+LLY5SZyYTdyq/6M8Nbru8zHZLUbPtoq4o1LqHR6
            QwzMMsc7rqY9BQuGIQxIWslVRgYHB2TNBrQj792kBZ/EX/1xk/cSPRQBTVu+W1Qk
            due/3EkFcxoNmYf+SmjPYHfD32N3ivCKH0648ApKjgOqhyb0P6gp2HwtCjLha0ej
            8EcqY2jsUKFEI0yALmkZAoIBAQDvZ/aYOHNcBVFF0h/MtCKYZCF3/j+tw5BwqV5P
            wE/wWK6vkHC06y3hzKcthTO8VSBtLOnyiVsUjaZ8ieW2SWumgvdryu9pMGp/pPvU
            GoOL3w+rPntWwnqMGNxL+XA2Tf90J83Mb1MrSXEigjcKcYt9Uoe/wCxKvDXMsuqz
            d39eDYon/56+E+clqgoM1IruH6M+prTqllukL8znrzxSimZ1zt9JaWQPLKczRd/T
            ImIN+dzxZSAZXfgjIGHivInBLeJIOPJV57HBdxO6Q11aNR4mM1AZiz+4gbjOCsta
            pYt6+v8YRInRZ8mvIeQOK6n6abRKOFQyk4XJffDeJNwoOkBTAoIBAQC9Tou3/X7x
            451x3gawABva3MgbDt8iJuDQVrfupwsiSQACecwcBLGsKRkBT8P7i2K6yj4mFgH7
            Clip9n8DzWAIWy1DkG02rQFPMhASqb3pYXR4oMECAa/VPyIH3jZIr9HXN6+t9/0s
            C5gk1PZrLH3+kzkIiKwIjGgMJ7GySGZZzPqJhsjCP3jxi1gVpBAyjmKedEAiG//Y
            7Eciu6NCDaUjT4mPjNfm19yxNJvEoLZltB2TDjlXz9yIeXruWysn2vtboJSePdiS
            9JAhLf0kn0sdmf07cmle4GUplxJ/C5tBf6g2W6n9EDuXgwnZuqnUAZAswQfLjSr3
            zgRmCQDjcHqzAoIBAQCb+MaOi5CUrh4x9+Ch0+YKFIo9i9Ze1d9fluiL2sX51z0P
            wnG7XNEKn/N206ZOF8PFfRJ54gUF0fdagdi3twO8euzJPHBXvqRTvuAWYqO7V7r0
            nQNsFc4TQgscMElsB8rbGSeZ/hlYRUPA8Mb9NdZj8oXgZko08oO2dgY0oDDJzNZq
            kr4QJhVc03gyvbI5y0Dmi2Ooxga0ZDQB6YfKWsLAE+QjBteaj0PrQqW8/1SUuGm6
            l2CfRjpoYCuFtcGlqsgWt4sibo2/dl3S5xqFr7+RsbKIwdDk2xbUnfG4f8vsdmQF
            onmLhSu/vru+g7H9JCrChApO3Q+3oyZvA+KvDqxjAoIBAArkiR+WI4bRnQ6fQu0/
            pFqsl4sPCQHTEN6MDttZm0dmwexii78U+hA48SplJ5bCx3SODJNucsC6MK3e9CII
            4Dy62ljn55Dc1ZV0AP7B656RL/186n4uEKsJjfC79Y2rKDzlBGPTQCsXo7KC2ocC
            MWHDoOV/z75SLe59Hjlu9wy1wbjGG6kps9DaPsBIB3KRRNVvRP1xdQBLYDB8cYFs
            fZMRkY3EAexTgWxk5Y2j3bruaUE78Uq/OCZWLx+l+U66x/nWvJZ6YoraLazrE4TW
            8aCLasnP5IZEDS4edj7/MPjM2qX+EkLwey1VqexwVDNRv7UDimpI/i7yGMiyPe3Y
            XAcCggEAQ3hAmo4Zn8IkBSiIJkzk2G0i1bi4IK94vvsw9Ckkm+t6BALHwcC3f2gF
            0dYuQeuSOm1Vm5rGoBwjeE0wFB9CPQnoWdG9VTzGiJROrMtr7h8+/VXUxKy1pCVI
            GUgw7YvY0X6dS94XykSY21q2lAUkRaZFeFAsngR8bQDZrzSbW+aFBkXq7b7z9kBG
            JyMEB8Z3LmjEkZJe8CDKQKqs0MtTiidHurfaIFRaLAIJILNyKmNwxtCY9cHvhio9
            RYAaSCPoGFqPzceZBQTQaLLR9W8BxkWgQ1Fyv82kogh75xAiAtdekcsUc2SMHo0g
            33z9J3VMMLzm1x+Rw4nT7+zJ094y1Q==
            -----END PRIVATE KEY-----
            """,
        publicPEM: """
            -----BEGIN PUBLIC KEY-----
            MIICIjANBgkqhkiG9w0BAQEFAAOCAg8AMIICCgKCAgEAsQk1ZQdUwaJ+VPnuUlx3
            BF0aBWuu3IwboFo9ZjIsji5BaJygK45uxV0zMc1xThYbNcd0MRVAxkEMw7Ew5lzs
            MlN3zPGKXXcFSvqnN+ZbaGYjJ2J/XRCS35jAi2CjumdZmxQGmG9EFSjS8fXW/l7G
            uKp5fb2zFih2sIKYI3r4HHAEhjV2r1ct3WbEh88yqC0Pn+Jg+PJoFhMgiuxVcjYi
            9Q08s70zsSJtW1ueosl6LFkFTjFTaEnsLw8ll8B35iHd6goi3fsd+SXJ8ZQc1DGv
            zgOY0o5zbP6rPdfwYqZaKkwd3KHzKvoDtN39i3ykDMDOLtQiKddT8DzG2Lzcp2q3
            wnA8XdrQiqm/mid0CosjFoxrVZF709XBwFfDTR77FBHaUat0VRm9krlDL+qPrcua
            cOXcOtzTCB0zM1B7e5mIhumIKWYo3XJl5k6rVXcSVWzEkjd/FaB43LYgpufwUaH7
            h1Tv3KPeJT3QqtQgWwMmWeSk+zB/B0+940BwK1kRrLNHN9eDRgDPKsd/Yvg8zJun
            j/kRAhufitG/QhQwrg1kkWlEtQRULA9iY8SOXiM+8Yad8e/CzPb0qV5Nst57TLGp
            kr72VzURurS/LNWOcqDCNfVt/Bgt9N//tpQzpWd0FfNdhPUSX1IA61eGjM5rdMWD
            NBeZDjGDcskjmjbcoaCyiAkCAwEAAQ==
            -----END PUBLIC KEY-----
            """)
}
