# asyncio on loopback: a server with many clients, to_thread, subprocesses, and a UNIX socket
import asyncio
import os
import tempfile
import time

async def handle(reader, writer):
    while line := await reader.readline():
        writer.write(line[:-1][::-1] + b"\n")
        await writer.drain()
    writer.close()

async def ask(reader, writer, text):
    writer.write(text + b"\n")
    answer = await reader.readline()
    writer.close()
    await writer.wait_closed()
    return answer

async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()
    async def client(i):
        return await ask(*await asyncio.open_connection(host, port), b"abc%d" % i)
    print(await asyncio.gather(*(client(i) for i in range(5))))
    server.close()
    await server.wait_closed()
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "socket")
        async with await asyncio.start_unix_server(handle, path):
            print(await ask(*await asyncio.open_unix_connection(path), b"unix"))
    print(await asyncio.gather(*(asyncio.to_thread(lambda i=i: time.sleep(0.05) or i) for i in range(4))))
    process = await asyncio.create_subprocess_exec("cat", stdin=-1, stdout=-1)
    out, _ = await process.communicate(b"z" * 200_000)
    print(len(out), process.returncode)
    process = await asyncio.create_subprocess_shell("echo out; echo err >&2; exit 5", stdout=-1, stderr=-1)
    print(await process.communicate(), process.returncode)
    try:
        await asyncio.wait_for(asyncio.sleep(30), 0.02)
    except TimeoutError:
        print("timeout")

asyncio.run(main())
