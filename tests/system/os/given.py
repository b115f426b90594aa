# A child has the descriptors that it was given, under their numbers, and may give them on.
import os
import subprocess
import sys

child = """
import os, sys
for name in sys.argv[1:]:
    fd = int(name)
    try:
        print(fd, os.get_inheritable(fd), os.read(fd, 20))
    except OSError as error:
        print(fd, error)
other = os.open(sys.executable, os.O_RDONLY)
print(str(other) not in sys.argv[1:])
"""
with open("file", "wb") as file:
    file.write(b"content of the file")
file = os.open("file", os.O_RDONLY)
os.lseek(file, 8, os.SEEK_SET)
reader, writer = os.pipe()
os.write(writer, b"from a pipe")
os.close(writer)
high = os.dup(file)
os.dup2(file, 40)
result = subprocess.run([sys.executable, "-c", child, str(file), str(reader), "40", "41"], pass_fds=[file, reader], capture_output=True, text=True)
print(result.stdout.replace(f"{file} True", "file True").replace(f"{reader} True", "reader True"), result.stderr)

# Written through a descriptor that is passed on by a child.
writing = os.open("log", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
script = f"import os, subprocess, sys; os.write({writing}, b'child '); subprocess.run([sys.executable, '-c', 'import os; os.write({writing}, b\"grandchild\")'], pass_fds=[{writing}])"
print(subprocess.run([sys.executable, "-c", script], pass_fds=[writing]).returncode, open("log").read())
print(subprocess.run(["sh", "-c", f'"{sys.executable}" -c "import os; print(os.read(7, 7), os.fdopen(7).read())" 7< file'], capture_output=True, text=True).stdout)
