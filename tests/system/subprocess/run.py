# subprocess.run: output, input, exit status, errors, timeouts, environment and folder
import os
import subprocess
import sys
import tempfile

print(subprocess.run(["echo", "hi"], capture_output=True, text=True))
print(subprocess.run("cat; exit 3", shell=True, input=b"abc", capture_output=True))
print(subprocess.run("echo out; echo err >&2", shell=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT).stdout)
print(subprocess.run("kill -9 $$", shell=True).returncode)
print(subprocess.run(["printenv", "A"], env={"A": "b", "PATH": os.environ["PATH"]}, capture_output=True).stdout)
with tempfile.TemporaryDirectory() as folder:
    print(subprocess.run(["pwd"], cwd=folder, capture_output=True, text=True).stdout.strip() == os.path.realpath(folder))
    for command, options in [
        (["/nonexistent/program"], {}),
        (["no-such-program-anywhere"], {}),
        (["ls"], {"cwd": "/nonexistent/folder"}),
        ([folder], {}),
    ]:
        try:
            subprocess.run(command, **options)
        except OSError as error:
            print(type(error).__name__, error.errno, error.filename == folder or error.filename)
    not_executable = os.path.join(folder, "text")
    open(not_executable, "w").close()
    for mode in (0o600, 0o700):
        os.chmod(not_executable, mode)
        try:
            subprocess.run([not_executable])
        except OSError as error:
            print(type(error).__name__, error.errno)
try:
    subprocess.run(["sleep", "30"], timeout=0.2)
except subprocess.TimeoutExpired as error:
    print(error.cmd)
try:
    subprocess.run(["false"], check=True)
except subprocess.CalledProcessError as error:
    print(error)
code = "import sys; print(sys.argv[1:], sys.stdin.read()); sys.exit(7)"
done = subprocess.run([sys.executable, "-c", code, "x", "y z"], input="text", capture_output=True, text=True)
print(done.returncode, done.stdout, done.stderr)
print(subprocess.run([sys.executable, "-c", "print(1)"], env={}, capture_output=True).stdout)
