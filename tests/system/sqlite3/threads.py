# Connections and the threads that may use them; waiting for a lock that another thread holds.
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


import re
import threading
import time

connection = sqlite3.connect("x.db")
connection.execute("create table t(a)")


def run(function):
    thread = threading.Thread(target=function)
    thread.start()
    thread.join()


def refused():
    for call in (connection.cursor, connection.commit, connection.close, lambda: connection.execute("select 1")):
        print(re.sub(r"\d\d+", "N", attempt(call)))


run(refused)
shared = sqlite3.connect(":memory:", check_same_thread=False)
run(lambda: print(shared.execute("select 1").fetchall()))


def add(count):
    own = sqlite3.connect("x.db", timeout=20)
    for i in range(count):
        with own:
            own.execute("insert into t values(?)", (i,))
            time.sleep(0.001)
    own.close()


threads = [threading.Thread(target=add, args=(5,)) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(connection.execute("select count(*), sum(a) from t").fetchall())
