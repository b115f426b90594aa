"""os.mkfifo, and files opened not to wait."""
import errno
import os
import select
import stat
import subprocess
import sys

old = os.umask(0o027)
os.mkfifo("pipe")
os.mkfifo("other", 0o666)
os.umask(old)
print(stat.S_ISFIFO(os.stat("pipe").st_mode), oct(os.stat("pipe").st_mode), oct(os.stat("other").st_mode))
for name in "pipe", "missing/pipe", b"\xff/x", 5:
    try:
        os.mkfifo(name)
    except (OSError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(os.mkfifo in os.supports_dir_fd)
folder = os.open(".", os.O_RDONLY)
os.mkfifo("-third", dir_fd=folder)
print(stat.S_ISFIFO(os.stat("-third").st_mode))

try:
    os.open("pipe", os.O_WRONLY | os.O_NONBLOCK)
except OSError as error:
    print(errno.errorcode[error.errno])
reader = os.open("pipe", os.O_RDONLY | os.O_NONBLOCK)
print(os.get_blocking(reader), os.read(reader, 10))
writer = os.open("pipe", os.O_WRONLY)
print(os.get_blocking(writer))
try:
    os.read(reader, 10)
except BlockingIOError as error:
    print(error)
os.write(writer, b"some")
print(os.read(reader, 10))
both = os.open("other", os.O_RDWR | os.O_NONBLOCK)
written = 0
try:
    while True:
        written += os.write(both, bytes(4096))
except BlockingIOError:
    print(written)
print(len(os.read(both, 100_000)))
print(select.select([both], [], [], 0))
child = subprocess.Popen([sys.executable, "-c", "open('pipe', 'w').write('of a child')"])
print(child.wait(), os.read(reader, 20))
os.close(writer)
print(os.read(reader, 10))
