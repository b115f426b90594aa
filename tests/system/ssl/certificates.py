# Certificates as dicts, the names of objects, times, enums and errors.
import _ssl
import os
import ssl
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "support"))
from peers import path


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error.args)


for name in "root", "server", "other", "lone", "expired", "revoked", "missing":
    attempt(_ssl._test_decode_cert, path(name))
for arguments in ("1.3.6.1.5.5.7.3.1",), ("serverAuth",), ("serverAuth", True), ("2.5.4.3", True), ("1.2.3.4.5.6",), ("",), ("commonName", True):
    attempt(_ssl.txt2obj, *arguments)
for number in 129, 13, 0, -1, 100000:
    attempt(_ssl.nid2obj, number)
attempt(ssl._ASN1Object, "1.3.6.1.5.5.7.3.2")
attempt(ssl._ASN1Object.fromname, "clientAuth")
attempt(ssl._ASN1Object.fromnid, 130)
print(list(ssl.Purpose), isinstance(ssl.Purpose.CLIENT_AUTH, ssl._ASN1Object))
for text in "Jan  5 09:34:43 2018 GMT", "jan 05 09:34:43 2018 GMT", "Feb 29 00:00:00 2024 GMT", "Feb 30 00:00:00 2024 GMT", "Foo  5 09:34:43 2018 GMT", "Jan  5 09:34:43 2018":
    attempt(ssl.cert_time_to_seconds, text)
attempt(ssl.PEM_cert_to_DER_cert, "nonsense")
attempt(ssl.PEM_cert_to_DER_cert, ssl.PEM_HEADER + "\nAAAA")
print(ssl.DER_cert_to_PEM_cert(bytes(range(100))))
for enumeration in ssl._SSLMethod, ssl.Options, ssl.AlertDescription, ssl.SSLErrorNumber, ssl.VerifyFlags, ssl.VerifyMode, ssl.TLSVersion, ssl._TLSAlertType, ssl._TLSContentType, ssl._TLSMessageType:
    print(enumeration, [(member.name, member.value) for member in enumeration])
print(repr(ssl.PROTOCOL_TLS_CLIENT), repr(ssl.OP_NO_TLSv1), repr(ssl.VERIFY_CRL_CHECK_LEAF), ssl.PROTOCOL_SSLv23, ssl.get_protocol_name(17), ssl.get_protocol_name(99))
for error in ssl.SSLError, ssl.SSLZeroReturnError, ssl.SSLWantReadError, ssl.SSLWantWriteError, ssl.SSLSyscallError, ssl.SSLEOFError, ssl.SSLCertVerificationError:
    print(error, error.__bases__, error.__doc__, str(error(1, "text")), str(error("one")), str(error(1, 2)), error(5, "x").errno)
for kind in ssl.SSLSocket, ssl.SSLObject, ssl.SSLSession, _ssl.Certificate:
    attempt(kind)
print(len(ssl.RAND_bytes(10)), ssl.RAND_status(), ssl.RAND_add(b"x", 1.0))
attempt(ssl.RAND_bytes, -1)
print(ssl.HAS_SNI, ssl.HAS_ALPN, ssl.HAS_NPN, ssl.HAS_SSLv3, ssl.HAS_TLSv1_3, ssl.HAS_NEVER_CHECK_COMMON_NAME, ssl.CHANNEL_BINDING_TYPES, ssl.OPENSSL_VERSION_INFO >= (3, 0, 0))
