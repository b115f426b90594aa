# In development mode names of encodings and error handlers are looked up even when nothing needs them.
import subprocess
import sys

CODE = """
for attempt in (
    lambda: str(b"", errors="boom"),
    lambda: str(b"text", "ascii", "boom"),
    lambda: b"".decode("boom"),
    lambda: "".encode(errors="boom"),
    lambda: "".encode("latin1", "boom"),
    lambda: bytes("", "boom"),
    lambda: bytearray("", "utf-8", "boom"),
    lambda: "".encode("latin1", "surrogatepass"),
):
    try:
        print(repr(attempt()))
    except LookupError as error:
        print(error)
"""
for options in [], ["-X", "dev"]:
    print(subprocess.run([sys.executable, *options, "-c", CODE], capture_output=True, text=True).stdout)
