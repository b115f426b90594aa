# python -m sqlite3: the shell and its arguments.
import sqlite3


def attempt(call, *args, **kwargs):
    try:
        return call(*args, **kwargs)
    except Exception as error:
        code = getattr(error, "sqlite_errorcode", None)
        name = getattr(error, "sqlite_errorname", None)
        return f"{type(error).__module__}.{type(error).__qualname__}: {error} {code} {name}"


def shown(call, *args, **kwargs):
    result = attempt(call, *args, **kwargs)
    print(result if isinstance(result, str) else type(result).__name__ if "object at" in repr(result) else repr(result))


import subprocess
import sys


def shell(*args, keys=""):
    done = subprocess.run([sys.executable, "-m", "sqlite3", *args], input=keys, capture_output=True, text=True)
    print(args, done.returncode)
    print(done.stdout.replace(sqlite3.sqlite_version, "VERSION"))
    print(done.stderr.replace(sqlite3.sqlite_version, "VERSION"))


shell(keys="select 1;\n.version\n.help\nselect\n 2;\nbad;\ncreate table t(a primary key);\ninsert into t values(1);\ninsert into t values(1);\n.quit\n")
shell(keys="select 1;")
shell(":memory:", "select 1, 'a'")
shell(":memory:", "selec")
shell("x.db", keys="create table t(a);")
shell("x.db", "select name from sqlite_master")
shell("-v")
shell("--help")
