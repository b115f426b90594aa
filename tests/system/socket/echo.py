# TCP, UDP and UNIX sockets on loopback, with a server in a thread
import os
import select
import socket
import tempfile
import threading

def serve(server):
    connection, _ = server.accept()
    with connection:
        while data := connection.recv(1000):
            connection.sendall(data.upper())

def talk(family, address, client_address=None):
    with socket.socket(family) as server:
        server.bind(address)
        server.listen()
        thread = threading.Thread(target=serve, args=(server,))
        thread.start()
        with socket.socket(family) as client:
            client.connect(server.getsockname())
            print(family.name, client.getpeername() == server.getsockname())
            client.sendall(b"hello")
            print(select.select([client], [client], [], 5)[0] == [client], client.recv(100, socket.MSG_PEEK), client.recv(100))
            client.sendall(b"x" * 30_000)
            received = 0
            while received < 30_000:
                received += len(client.recv(65536))
            client.shutdown(socket.SHUT_WR)
            print(received, client.recv(10))
        thread.join()
        return server.getsockname()

address = talk(socket.AF_INET, ("127.0.0.1", 0))
talk(socket.AF_INET6, ("::1", 0))
with tempfile.TemporaryDirectory() as folder:
    talk(socket.AF_UNIX, os.path.join(folder, "socket"))
try:
    socket.create_connection(address, timeout=5)
except ConnectionRefusedError as error:
    print(error)
with socket.create_server(("127.0.0.1", 0)) as server:
    try:
        socket.create_server(server.getsockname())
    except OSError as error:
        print(error.errno == 98)
    server.settimeout(0.02)
    try:
        server.accept()
    except TimeoutError as error:
        print(error)
    client = socket.socket()
    client.setblocking(False)
    try:
        client.connect(server.getsockname())
    except BlockingIOError as error:
        print(error)
    print(select.select([], [client], [], 5)[1] == [client], client.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR))
    try:
        client.recv(1)
    except BlockingIOError as error:
        print(error)
    client.close()
first, second = (socket.socket(socket.AF_INET, socket.SOCK_DGRAM) for _ in range(2))
first.bind(("127.0.0.1", 0))
second.bind(("127.0.0.1", 0))
second.sendto(b"datagram", first.getsockname())
data, sender = first.recvfrom(100)
print(data, sender == second.getsockname())
first.close()
second.close()
