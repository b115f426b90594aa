# ensurepip takes pip from the wheel that the system has, and tells it what to install. This pip only says what it is told.
import contextlib
import io
import os
import sys
import tempfile
import zipfile

import ensurepip
import ensurepip._uninstall

FAKE = """
import os, sys
print(["/..." if word.startswith("/") else word for word in sys.argv[1:]], "PIP_WISH" in os.environ, os.environ["PIP_CONFIG_FILE"],
      os.environ.get("ENSUREPIP_OPTIONS"), flush=True)
print(os.path.basename(sys.path[0]), os.listdir(sys.argv[5]), flush=True)
sys.exit(int("--root" in sys.argv))
"""


def attempt(title, function, *args, **options):
    print(f"-- {title}", flush=True)
    os.environ["PIP_WISH"] = "1"
    os.environ.pop("ENSUREPIP_OPTIONS", None)
    text = io.StringIO()
    try:
        with contextlib.redirect_stderr(text), contextlib.redirect_stdout(text):
            result = function(*args, **options)
    except SystemExit as end:
        result = f"exit {end.code}"
    except Exception as error:
        result = f"{type(error).__name__} {error.args[0]}"
    print(result, text.getvalue(), flush=True)


with tempfile.TemporaryDirectory() as folder:
    for name in "pip-9.9-py3-none-any.whl", "pipe-1.0-py3-none-any.whl", "wheel-0.34.2-py2.py3-none-any.whl", "pip-10.txt":
        with zipfile.ZipFile(os.path.join(folder, name), "w") as wheel:
            wheel.writestr("pip/__init__.py", "__version__ = '9.9'\n")
            wheel.writestr("pip/__main__.py", FAKE)
    ensurepip._WHEEL_PKG_DIR, ensurepip._PACKAGES = folder, None
    print(ensurepip.version(), sorted(ensurepip._get_packages()))
    attempt("plain", ensurepip.bootstrap)
    attempt("all of it", ensurepip.bootstrap, upgrade=True, user=True, default_pip=True, verbosity=2)
    attempt("altinstall", ensurepip.bootstrap, altinstall=True)
    attempt("pip fails", ensurepip.bootstrap, root=folder)
    attempt("both", ensurepip.bootstrap, altinstall=True, default_pip=True)
    attempt("main", ensurepip._main, ["-U", "--user", "-vv", "--altinstall"])
    attempt("version", ensurepip._main, ["--version"])
    attempt("help", ensurepip._main, ["-h"])
    attempt("a wrong option", ensurepip._main, ["--nonsense"])
    attempt("uninstall help", ensurepip._uninstall._main, ["-h"])
    sys.modules["pip"] = None
    attempt("uninstall, without pip", ensurepip._uninstall._main, [])
    del sys.modules["pip"]
    sys.path.insert(0, os.path.join(folder, "pip-9.9-py3-none-any.whl"))
    import pip
    pip.__version__ = "8"
    attempt("uninstall, another version", ensurepip._uninstall._main, ["-v"])

print("-- no wheel")
ensurepip._WHEEL_PKG_DIR, ensurepip._PACKAGES = None, None
print(ensurepip._get_packages()["pip"].wheel_path, ensurepip.version() == ensurepip._PIP_VERSION)
