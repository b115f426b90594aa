# What contexts are made of: their settings, what they load, and what they refuse.
import os
import ssl
import sys
import warnings

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "support"))
from peers import path

warnings.simplefilter("ignore")


def attempt(function, *args, **keywords):
    try:
        print(function.__name__, function(*args, **keywords))
    except Exception as error:
        print(function.__name__, type(error).__name__, error.args, [getattr(error, name, "-") for name in ("errno", "library", "reason")])


def setting(context, name, value):
    setattr(context, name, value)
    return getattr(context, name)


for protocol in ssl.PROTOCOL_TLS_CLIENT, ssl.PROTOCOL_TLS_SERVER, ssl.PROTOCOL_TLS, ssl.PROTOCOL_TLSv1_2:
    context = ssl.SSLContext(protocol)
    for name in "protocol", "options", "verify_mode", "verify_flags", "check_hostname", "minimum_version", "maximum_version":
        print(name, repr(getattr(context, name)))
    print(context.hostname_checks_common_name, context.num_tickets, context.security_level, context.keylog_filename, context.sni_callback)
attempt(ssl.SSLContext, 99)
attempt(ssl.SSLContext, "x")

context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
for name, value in [
    ("verify_mode", ssl.CERT_NONE), ("check_hostname", False), ("verify_mode", ssl.CERT_NONE), ("check_hostname", True),
    ("verify_mode", 5), ("verify_mode", "x"), ("verify_flags", ssl.VERIFY_CRL_CHECK_CHAIN), ("verify_flags", "x"), ("options", "x"),
    ("options", -1), ("options", 1 << 70), ("options", ssl.OP_ALL | ssl.OP_NO_TICKET), ("minimum_version", 5), ("minimum_version", ssl.TLSVersion.TLSv1_3),
    ("maximum_version", ssl.TLSVersion.MAXIMUM_SUPPORTED), ("minimum_version", ssl.TLSVersion.SSLv3), ("maximum_version", ssl.TLSVersion.MINIMUM_SUPPORTED),
    ("num_tickets", -1), ("num_tickets", 3), ("keylog_filename", "nowhere/keys"), ("keylog_filename", 5), ("post_handshake_auth", True),
    ("hostname_checks_common_name", False), ("hostname_checks_common_name", True), ("protocol", 5),
]:
    attempt(setting, context, name, value)
attempt(setting, ssl.SSLContext(ssl.PROTOCOL_TLSv1_2), "minimum_version", ssl.TLSVersion.TLSv1_2)

for arguments in [("server",), ("locked", None, "secret"), ("locked", None, lambda: b"secret"), ("locked", None, "wrong"), ("locked", None, lambda: 5),
                  ("locked", None, lambda: "x" * 1025), ("server", None, lambda: 1 / 0), ("server", "lone"), ("root",), ("lone", "root"), ("revoked",)]:
    print(arguments[:2])
    attempt(context.load_cert_chain, *[path(each) if type(each) is str and each not in ("secret", "wrong") else each for each in arguments])
attempt(context.load_cert_chain, "missing.pem")
attempt(context.load_cert_chain, path("server"), "missing.pem")
attempt(context.load_cert_chain, None)
attempt(context.load_cert_chain, path("server"), 5)
attempt(context.load_cert_chain, path("locked"), password=5)
attempt(context.load_cert_chain, path("locked"), password="x" * 1025)

trusting = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
with open(path("root")) as file:
    text = file.read()
der = ssl.PEM_cert_to_DER_cert(text)
print(ssl.DER_cert_to_PEM_cert(der) == text)
for keywords in [{}, {"cafile": path("root")}, {"cafile": path("other")}, {"cafile": path("revoked")}, {"cafile": path("root"), "capath": "nowhere"}, {"cafile": "missing.pem"},
                 {"cafile": __file__}, {"cafile": 5}, {"cadata": text}, {"cadata": "comment\n" + text + text}, {"cadata": der}, {"cadata": der + der}, {"cadata": ""}, {"cadata": b""},
                 {"cadata": "broken"}, {"cadata": b"broken"}, {"cadata": "\xe9"}, {"cadata": 5}]:
    attempt(trusting.load_verify_locations, **keywords)
    print(trusting.cert_store_stats(), len(trusting.get_ca_certs()))
print(trusting.get_ca_certs())
print(trusting.get_ca_certs(True) == [der])

for ciphers in "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES256-SHA384", "no such cipher", "", 5:
    attempt(context.set_ciphers, ciphers)
for cipher in context.get_ciphers():
    print(cipher)
for curve in "prime256v1", "no such curve", b"secp384r1", 5:
    attempt(context.set_ecdh_curve, curve)
attempt(context.load_dh_params, "missing.pem")
attempt(context.load_dh_params, path("server"))
opened = []
sys.addaudithook(lambda event, args: opened.append(args[1:]) if event == "open" and args[0] == "audited.pem" else None)
attempt(context.load_dh_params, "audited.pem")
print(opened)
attempt(context.set_alpn_protocols, ["h2", ""])
attempt(context.set_alpn_protocols, ["x" * 256])
attempt(ssl.create_default_context, 5)
print(ssl.create_default_context(ssl.Purpose.CLIENT_AUTH).protocol, ssl._create_unverified_context().verify_mode)
