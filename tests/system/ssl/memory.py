# SSLObject over MemoryBIOs: the two ends of a connection, step by step, and what each step raises.
import os
import ssl
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "support"))
from peers import client_context, server_context


def attempt(function, *args):
    try:
        result = function(*args)
        print(function.__name__, result)
        return result
    except Exception as error:
        print(function.__name__, type(error).__name__, error, getattr(error, "errno", None))


def pair(client, server, **wishes):
    a, b, c, d = (ssl.MemoryBIO() for _ in range(4))
    wishes.setdefault("server_hostname", "localhost")
    return client.wrap_bio(a, b, **wishes), server.wrap_bio(c, d, server_side=True), (a, b, c, d)


def carry(bios):
    a, b, c, d = bios
    c.write(b.read())
    a.write(d.read())


def shake(one, two, bios):
    waiting = [one, two]
    for _ in range(10):
        for end in list(waiting):
            try:
                end.do_handshake()
                waiting.remove(end)
            except ssl.SSLWantReadError:
                pass
        carry(bios)
    return not waiting


bio = ssl.MemoryBIO()
print(bio.pending, bio.eof, bio.write(b"some bytes"), bio.pending, bio.read(4), bio.read(), bio.read(), bio.eof)
bio.write(bytearray(b"the last"))
bio.write_eof()
print(bio.eof, bio.read(3), bio.eof, bio.read(-1), bio.eof)
attempt(bio.write, b"more")
attempt(bio.write, "text")
attempt(bio.read, None)

for version in ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3:
    client = client_context(maximum_version=version)
    one, two, bios = pair(client, server_context())
    for name in "cipher", "version", "selected_alpn_protocol", "pending", "getpeercert", "get_channel_binding", "shared_ciphers", "unwrap":
        attempt(getattr(one, name))
    print(one.server_side, two.server_side, one.server_hostname, two.server_hostname, one.context is client)
    attempt(one.do_handshake)
    attempt(one.read, 10)
    attempt(two.do_handshake)
    print(shake(one, two, bios), one.version(), two.version(), one.cipher() == two.cipher())
    attempt(one.read, 10)
    attempt(one.write, b"hello")
    carry(bios)
    attempt(two.read, 3)
    attempt(two.pending)
    attempt(two.read, 0)
    attempt(two.read, -1)
    attempt(two.read)
    attempt(two.read)
    binding = one.get_channel_binding()
    print(binding is None or binding == two.get_channel_binding(), (binding is None) == (version == ssl.TLSVersion.TLSv1_3 and binding is None))
    attempt(one.get_channel_binding, "other")
    attempt(one.unwrap)
    attempt(one.write, b"too late")
    carry(bios)
    attempt(two.read)
    attempt(two.write, b"the rest")
    attempt(two.unwrap)
    carry(bios)
    attempt(one.unwrap)

# What is no TLS, and what ends too soon.
one, two, bios = pair(client_context(), server_context())
attempt(one.do_handshake)
bios[0].write(b"HTTP/1.0 400 Bad Request\r\n\r\n")
attempt(one.do_handshake)
one, two, bios = pair(client_context(), server_context())
bios[2].write(b"GET / HTTP/1.0\r\n\r\n")
attempt(two.do_handshake)
one, two, bios = pair(client_context(), server_context())
shake(one, two, bios)
one.write(b"whole")
carry(bios)
bios[2].write_eof()
attempt(two.read)
attempt(two.read)
for index, value in (0, 5), (1, "bio"):
    wishes = [ssl.MemoryBIO(), ssl.MemoryBIO()]
    wishes[index] = value
    attempt(client_context().wrap_bio, *wishes)
for name in "", ".x", "a\0b", 5:
    try:
        client_context().wrap_bio(ssl.MemoryBIO(), ssl.MemoryBIO(), server_hostname=name)
    except Exception as error:
        print(type(error).__name__, error)
for context, is_server in (client_context(), True), (server_context(), False):
    try:
        context.wrap_bio(ssl.MemoryBIO(), ssl.MemoryBIO(), is_server)
    except ssl.SSLError as error:
        print(error, error.library, error.reason)
