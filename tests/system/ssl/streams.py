# asyncio over TLS: streams, start_tls, and a peer that is not trusted.
import asyncio
import os
import ssl
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "support"))
from peers import client_context, server_context


async def shout(reader, writer):
    while line := await reader.readline():
        writer.write(line.upper())
        await writer.drain()
    writer.close()


async def upgrade(reader, writer):
    writer.write(b"plain\n")
    await reader.readline()
    writer.write(b"go on\n")
    await writer.start_tls(server_context())
    await shout(reader, writer)


async def main():
    server = await asyncio.start_server(shout, "127.0.0.1", 0, ssl=server_context())
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection("127.0.0.1", port, ssl=client_context(), server_hostname="localhost")
    secure = writer.get_extra_info("ssl_object")
    print(secure.version(), writer.get_extra_info("peercert")["subject"], writer.get_extra_info("cipher") == secure.cipher())
    for size in 5, 50_000:
        writer.write(b"x" * size + b"\n")
        await writer.drain()
        print(len(await reader.readline()))
    writer.close()
    await writer.wait_closed()

    async def one(number):
        reader, writer = await asyncio.open_connection("127.0.0.1", port, ssl=client_context(), server_hostname="localhost")
        writer.write(b"number %d\n" % number)
        line = await reader.readline()
        writer.close()
        await writer.wait_closed()
        return line

    print(await asyncio.gather(*(one(number) for number in range(5))))
    for context, name in (ssl.create_default_context(), "localhost"), (client_context(), "example.com"):
        try:
            await asyncio.open_connection("127.0.0.1", port, ssl=context, server_hostname=name)
        except ssl.SSLCertVerificationError as error:
            print(error.verify_message)
    server.close()

    server = await asyncio.start_server(upgrade, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    print(await reader.readline())
    writer.write(b"start\n")
    print(await reader.readline())
    await writer.start_tls(client_context(), server_hostname="localhost")
    writer.write(b"secret\n")
    print(await reader.readline(), writer.get_extra_info("ssl_object").version())
    writer.close()
    await writer.wait_closed()
    server.close()


asyncio.run(main())
