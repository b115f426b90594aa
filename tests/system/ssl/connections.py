# Clients and servers on sockets: what they agree on, whom they trust, and how each refuses.
import os
import ssl
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "support"))
from peers import client_context, connect, echo, path, server_context


def talk(secure):
    secure.sendall(b"hello")
    print(secure.recv(100), secure.cipher()[1:], secure.version(), secure.compression(), secure.session_reused)
    print(secure.getpeercert()["subject"], secure.selected_alpn_protocol(), secure.shared_ciphers(), secure.server_hostname)
    secure.sendall(b"x" * 100_000)
    count = 0
    while count < 100_000:
        count += len(secure.recv(65536))
    print(count, secure.pending())
    buffer = bytearray(4)
    secure.sendall(b"in parts")
    print(secure.recv_into(buffer), buffer, secure.pending(), secure.read(10))
    print(type(secure.unwrap()).__name__)


def hear(secure):
    print("server:", secure.getpeercert(), secure.version(), secure.server_side, len(secure.shared_ciphers()) > 0)
    echo(secure)


TLS12 = ssl.TLSVersion.TLSv1_2
TLS13 = ssl.TLSVersion.TLSv1_3

for version in TLS12, TLS13:
    limits = {"minimum_version": version, "maximum_version": version}
    connect(f"plain {version.name}", server_context(), client_context(**limits), talk, hear)
    connect("another name", server_context(), client_context(**limits), talk, server_hostname="example.com")
    connect("a wildcard", server_context(), client_context(**limits), talk, server_hostname="www.example.com")
    connect("too deep for it", server_context(), client_context(**limits), talk, server_hostname="a.b.example.com")
    connect("an address", server_context(), client_context(**limits), talk, server_hostname="127.0.0.1")
    connect("another address", server_context(), client_context(**limits), talk, server_hostname="127.0.0.2")
    connect("signed by itself", server_context("lone"), client_context(**limits), talk)
    connect("expired", server_context("expired"), client_context(**limits), talk, server_hostname="other.example.com")
    stranger = ssl.create_default_context()
    stranger.maximum_version = version
    connect("not known", server_context(), stranger, talk)
    careless = client_context(check_hostname=False, verify_mode=ssl.CERT_NONE, **limits)
    connect("whoever it is", server_context("lone"), careless, lambda secure: print(secure.getpeercert(), len(secure.getpeercert(True)) > 300, secure.unwrap() is secure))

    asking = server_context()
    asking.verify_mode = ssl.CERT_REQUIRED
    asking.load_verify_locations(path("root"))
    connect("no certificate", asking, client_context(**limits), lambda secure: secure.recv(1))
    known = client_context(**limits)
    known.load_cert_chain(path("other"))
    connect("a certificate", asking, known, talk, lambda secure: (print(secure.getpeercert()["subjectAltName"]), echo(secure)))
    unknown = client_context(**limits)
    unknown.load_cert_chain(path("lone"))
    connect("an unknown one", asking, unknown, lambda secure: secure.recv(1))
    asking.verify_mode = ssl.CERT_OPTIONAL
    connect("none is needed", asking, client_context(**limits), talk, hear)

    careful = client_context(verify_flags=ssl.VERIFY_CRL_CHECK_LEAF, **limits)
    connect("no list of revoked ones", server_context(), careful, talk)
    careful.load_verify_locations(path("revoked"))
    connect("not revoked", server_context(), careful, talk)
    connect("revoked", server_context("other"), careful, talk, server_hostname="other.example.com")

old = server_context()
old.maximum_version = TLS12
connect("no version in common", old, client_context(minimum_version=TLS13), talk)
poor = client_context(maximum_version=TLS12)
poor.set_ciphers("ECDHE-ECDSA-AES128-GCM-SHA256")
connect("a cipher", server_context(), poor, talk)
picky = server_context()
picky.set_ciphers("ECDHE-ECDSA-AES256-GCM-SHA384")
connect("no cipher in common", picky, poor, talk)
