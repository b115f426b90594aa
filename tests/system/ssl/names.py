# What a server makes of the name that is called (SNI) and of the protocols that are wanted (ALPN).
import os
import ssl
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "support"))
from peers import client_context, connect, server_context


def talk(secure):
    secure.sendall(b"hello")
    print(secure.recv(100), secure.selected_alpn_protocol(), secure.getpeercert()["subject"][-1])


for wanted in ["h2"], ["http/1.1", "h2"], ["other"], []:
    server, client = server_context(), client_context()
    server.set_alpn_protocols(["h2", "http/1.1"])
    client.set_alpn_protocols(wanted)
    connect(f"protocols {wanted}", server, client, talk)

other = server_context("other")


def choose(secure, name, context):
    print("called", name, type(secure).__name__, context is server)
    if name == "other.example.com":
        secure.context = other


server = server_context()
server.sni_callback = choose
print(server.sni_callback is choose)
for name in "localhost", "other.example.com", "127.0.0.1":
    connect(name, server, client_context(), talk, server_hostname=name)

server.sni_callback = lambda *args: ssl.ALERT_DESCRIPTION_ACCESS_DENIED
connect("refused", server, client_context(), talk)


def fail(*args):
    raise KeyError("of the callback")


sys.unraisablehook = lambda unraisable: print("unraisable:", repr(unraisable.exc_value))
server.sni_callback = fail
connect("fails", server, client_context(), talk)
server.sni_callback = lambda *args: "text"
connect("answers nonsense", server, client_context(), talk)
server.set_servername_callback(lambda secure, name, context: print("callback", name))
connect("with a function", server, client_context(), talk)
server.set_servername_callback(None)
print(server.sni_callback)
for context, value in (client_context(), None), (server, 5):
    try:
        context.sni_callback = value
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
