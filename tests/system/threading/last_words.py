# What a thread has written before it ended reaches whoever was waiting for a line, below a buffered reader.
import os
import socket
import threading


def answer(listener):
    connection, _ = listener.accept()
    file = connection.makefile("rb")
    command = file.readline()
    connection.sendall(b"bye, " + command)
    connection.close()


with socket.create_server(("127.0.0.1", 0)) as listener:
    thread = threading.Thread(target=answer, args=(listener,))
    thread.start()
    with socket.create_connection(listener.getsockname()) as client, client.makefile("rb") as replies:
        client.sendall(b"quit\n")
        print(replies.readline())
    thread.join()

reader, writer = os.pipe()


def write():
    os.write(writer, b"one\ntwo\n")


with open(reader, "rb") as lines:
    thread = threading.Thread(target=write)
    thread.start()
    print(lines.readline(), lines.readline())
    thread.join()
os.close(writer)
