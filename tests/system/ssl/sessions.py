# Sessions that are gone on with, the log of keys, and what a context counts.
import os
import ssl
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "support"))
from peers import client_context, connect, path, server_context

sessions = []


def talk(secure):
    secure.sendall(b"hello")
    secure.recv(100)
    session = secure.session
    print(secure.session_reused, type(session).__name__, session.has_ticket, session.ticket_lifetime_hint > 0, session.timeout > 0)
    print(abs(session.time - 1_800_000_000) < 1_000_000_000, session == secure.session, session != secure.session, len(session.id))
    sessions.append(session)
    secure.unwrap()


for version in ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3:
    server, client = server_context(), client_context(maximum_version=version)
    connect(version.name, server, client, talk)
    connect("again", server, client, talk, session=sessions[-1])
    for context in server, client:
        print({name: count for name, count in context.session_stats().items() if count and name != "number"})

for session, context in (5, client_context()), (sessions[-1], client_context()):
    try:
        context.wrap_bio(ssl.MemoryBIO(), ssl.MemoryBIO(), server_hostname="localhost", session=session)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    hash(sessions[0])
except TypeError as error:
    print(error)

client = client_context(keylog_filename="keys")
print(client.keylog_filename)
connect("logged", server_context(), client, lambda secure: secure.unwrap())
client.keylog_filename = None
connect("not logged", server_context(), client, lambda secure: secure.unwrap())
with open("keys") as file:
    for line in file:
        print(line.split()[0] if line[0] != "#" else line.strip())
