# Databases in files: journals, locks between connections and processes, URIs, read-only files.
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


import os
import subprocess
import sys

SELF = [sys.executable, "-c"]


def other(code, **kwargs):
    return subprocess.Popen([*SELF, "import sqlite3\nc = sqlite3.connect('x.db', timeout=0)\n" + code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def elsewhere(code):
    return other(code).communicate()[0].strip()


TRY = """
try: c.execute('insert into t values(-1, 0)'); c.commit(); print('inserted')
except sqlite3.OperationalError as e: print(e, e.sqlite_errorname)
"""
connection = sqlite3.connect("x.db", timeout=0.1)
connection.execute("create table t(a, b)")
connection.executemany("insert into t values(?, ?)", ((i, str(i)) for i in range(1000)))
print(sorted(os.listdir()))
print(elsewhere("print(c.execute('select count(*) from t').fetchall())"), elsewhere(TRY))
connection.commit()
print(sorted(os.listdir()), elsewhere("print(c.execute('select count(*), sum(a) from t').fetchall(), c.execute('pragma integrity_check').fetchall())"))
print(elsewhere(TRY), connection.execute("select count(*) from t").fetchone())
child = other("c.execute('begin exclusive'); print('has it', flush=True); input(); c.execute('insert into t values(2, 2)'); c.commit()")
print(child.stdout.readline().strip())
shown(connection.execute, "insert into t values(3, 3)")
shown(connection.execute, "select count(*) from t")
child.communicate("\n")
print(connection.execute("select count(*) from t").fetchone())
second = sqlite3.connect("x.db", timeout=0)
second.execute("begin immediate")
shown(connection.execute, "insert into t values(4, 4)")
second.rollback()
connection.execute("insert into t values(4, 4)")
connection.commit()
reader = connection.execute("select * from t")
reader.fetchone()
second.execute("insert into t values(5, 5)")
shown(second.commit)
reader.close()
second.commit()
print(connection.execute("select count(*) from t").fetchone())
readonly = sqlite3.connect("file:x.db?mode=ro", uri=True)
shown(readonly.execute, "insert into t values(6, 6)")
shown(sqlite3.connect, "file:missing.db?mode=rw", uri=True)
with open("junk.db", "wb") as file:
    file.write(b"no database " * 100)
shown(sqlite3.connect("junk.db").execute, "select * from sqlite_master")
connection.execute("insert into t values(7, 7)")
connection.rollback()
other("c.execute('insert into t values(8, 8)'); import os; os._exit(1)").wait()
print(connection.execute("pragma integrity_check").fetchone())
connection.execute("attach 'y.db' as y")
connection.execute("create table y.u(a)")
with connection:
    connection.execute("insert into y.u values(1)")
    connection.execute("insert into t values(9, 9)")
connection.execute("vacuum")
for each in (connection, second, readonly):
    each.close()
print(sorted(os.listdir()), elsewhere("print(c.execute('select max(a), count(*) from t').fetchall())"))
