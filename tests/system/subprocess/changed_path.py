"""Pipes to children do not depend on the PATH that a program sets."""
import os
import subprocess
import sys

os.environ["PATH"] = "/nowhere"
print(subprocess.run([sys.executable, "-c", "print('child')"], capture_output=True, text=True).stdout)
print(subprocess.run("/bin/cat", input=b"text", stdout=subprocess.PIPE).stdout)
try:
    subprocess.run(["cat"])
except FileNotFoundError as error:
    print(error)
