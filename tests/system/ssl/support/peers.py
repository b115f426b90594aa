"""Certificates and servers for the programs beside this folder. root.pem has signed server.pem (for localhost) and other.pem
(for other.example.com), which revoked.pem takes back; lone.pem has signed itself. All are good from 2020 to 2120, but for
expired.pem; locked.pem's key has the password "secret"."""
import os
import socket
import ssl
import threading


def path(name):
    return os.path.join(os.path.dirname(os.path.abspath(__file__)), name + ".pem")


def server_context(certificate="server"):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path(certificate))
    return context


def client_context(**settings):
    context = ssl.create_default_context(cafile=path("root"))
    for name, value in settings.items():
        setattr(context, name, value)
    return context


def echo(secure):
    while data := secure.recv(1000):
        secure.sendall(data.upper())


def connect(title, server, client, talk, serve=echo, server_hostname="localhost", **wishes):
    """Have a server and a client talk, and print what either fails with."""
    failures = []

    def accept():
        try:
            plain, _ = listener.accept()
            with server.wrap_socket(plain, server_side=True) as secure:
                serve(secure)
        except Exception as error:
            failures.append(f"{type(error).__name__}: {error}")

    print(f"--- {title}")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=accept)
        thread.start()
        try:
            with socket.create_connection(listener.getsockname()) as plain:
                with client.wrap_socket(plain, server_hostname=server_hostname, **wishes) as secure:
                    talk(secure)
        except Exception as error:
            print(f"client: {type(error).__name__}: {error}")
            if isinstance(error, ssl.SSLCertVerificationError):
                print(error.verify_code, error.verify_message, error.library, error.reason)
        thread.join()
    for failure in failures:
        print("server:", failure)
