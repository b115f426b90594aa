"""Internet addresses as text and as bytes."""
import socket

def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)

for text in ["1.2.3.4", "1.2", "127.1", "256", "1.2.3.400", "x", "", "0x7f.1", "255.255.255.255"]:
    show(socket.inet_aton, text)
for packed in [b"\x01\x02\x03\x04", b"\x01", "a", bytearray(4)]:
    show(socket.inet_ntoa, packed)
for text in ["1.2.3.4", "1.2.3", "1.2.3.256", "a.b.c.d"]:
    show(socket.inet_pton, socket.AF_INET, text)
show(socket.inet_ntop, socket.AF_INET, b"1234")
show(socket.inet_ntop, socket.AF_INET, b"12")
show(socket.inet_ntop, 99, b"12")
