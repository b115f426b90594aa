# smtplib's starttls against a small server, which takes the connection over in the middle of it.
import os
import smtplib
import socket
import sys
import threading

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "support"))
from peers import client_context, server_context

received = []


def serve(plain):
    connection = plain
    file = connection.makefile("rb")

    def say(*lines):
        connection.sendall(b"".join(line + b"\r\n" for line in lines))

    say(b"220 here")
    while line := file.readline():
        received.append(line.strip())
        command = line.split()[0].upper()
        if command == b"EHLO":
            say(b"250-here", b"250 STARTTLS" if connection is plain else b"250 8BITMIME")
        elif command == b"STARTTLS":
            say(b"220 go on")
            file.close()
            connection = server_context().wrap_socket(plain, server_side=True)
            file = connection.makefile("rb")
        elif command == b"DATA":
            say(b"354 go on")
            while (line := file.readline()) != b".\r\n":
                received.append(line.strip())
            say(b"250 taken")
        elif command == b"QUIT":
            say(b"221 bye")
            break
        else:
            say(b"250 well")
    connection.close()


with socket.create_server(("127.0.0.1", 0)) as listener:
    thread = threading.Thread(target=lambda: serve(listener.accept()[0]))
    thread.start()
    with smtplib.SMTP("localhost", listener.getsockname()[1], local_hostname="client") as client:
        print(client.ehlo()[0], client.has_extn("starttls"))
        print(client.starttls(context=client_context()), client.sock.version())
        print(client.ehlo()[0], client.has_extn("starttls"), client.has_extn("8bitmime"))
        print(client.sendmail("a@example.com", "b@example.com", "Subject: x\r\n\r\nsecret"))
    thread.join()
print(received)
