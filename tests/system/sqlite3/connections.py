# Opening, configuring and closing connections, isolation levels and autocommit.
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


for args, kwargs in (
    ((), {}), ((1,), {}), (("a\0b",), {}), (("/nonexistent/x",), {}), ((":memory:",), {"autocommit": 5}),
    ((":memory:", 1, 2, "", 1, sqlite3.Connection, 3, 0, 1), {}), ((":memory:",), {"isolation_level": 1}),
    ((":memory:",), {"isolation_level": "x"}), ((":memory:",), {"timeout": "x"}), ((":memory:",), {"bogus": 1}),
    ((":memory:",), {"factory": None}), ((b":memory:",), {}), ((":memory:",), {"cached_statements": -1}),
    (("file::memory:?mode=memory",), {"uri": 1}),
):
    shown(sqlite3.connect, *args, **kwargs)
print(sqlite3.connect(":memory:", factory=lambda *args, **kwargs: (args, sorted(kwargs)), timeout=3))
connection = sqlite3.connect(":memory:")
print(repr(connection.isolation_level), connection.autocommit, connection.in_transaction, connection.total_changes)
for level in (1, "x", None, "immediate", "Exclusive", ""):
    shown(setattr, connection, "isolation_level", level)
    print(repr(connection.isolation_level))
shown(delattr, connection, "isolation_level")
shown(setattr, connection, "autocommit", 5)
for factory in (1, int, lambda c: 1):
    shown(connection.cursor, factory)
connection.execute("create table t(a)")
print(connection.in_transaction)
connection.execute("insert into t values(1)")
print(connection.in_transaction)
connection.isolation_level = None
print(connection.in_transaction)
connection.isolation_level = ""
try:
    with connection:
        connection.execute("insert into t values(2)")
        1 / 0
except ZeroDivisionError:
    print(connection.execute("select * from t").fetchall(), connection.in_transaction)
with connection as same:
    print(same is connection)
    connection.execute("insert into t values(3)")
print(connection.execute("select * from t").fetchall(), connection.in_transaction, connection.total_changes)
strict = sqlite3.connect(":memory:", autocommit=False)
print(strict.in_transaction, strict.autocommit, repr(strict.isolation_level))
strict.execute("create table x(a)")
strict.rollback()
shown(strict.execute, "select * from x")
strict.commit()
strict.autocommit = True
print(strict.in_transaction, strict.autocommit)
strict.autocommit = False
print(strict.in_transaction)
strict.autocommit = sqlite3.LEGACY_TRANSACTION_CONTROL
print(strict.in_transaction)
for category in (1111, sqlite3.SQLITE_LIMIT_ATTACHED):
    shown(connection.setlimit, category, 10)
shown(lambda: connection.getlimit(sqlite3.SQLITE_LIMIT_ATTACHED))
shown(connection.getlimit, sqlite3.SQLITE_LIMIT_LENGTH)
connection.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, 10)
shown(connection.execute, "select 1234567")
shown(connection.executescript, "select 1234567")
connection.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, 10**6)
print(connection.getconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_FKEY))
connection.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_FKEY)
print(connection.getconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_FKEY))
shown(connection.setconfig, 1)
print(connection.Error is sqlite3.Error)
shown(setattr, connection, "Error", 1)
shown(connection, "select 1")
shown(connection, 1)
shown(type(connection("select 1")))
raw = sqlite3.Connection.__new__(sqlite3.Connection)
for call in (raw.cursor, raw.close, lambda: raw.in_transaction, lambda: raw.isolation_level, lambda: raw.autocommit):
    shown(call)
connection.close()
connection.close()
for call in (
    lambda: connection.execute("x"), connection.commit, lambda: connection.in_transaction, connection.__enter__,
    lambda: connection.isolation_level, connection.iterdump, connection.interrupt,
    lambda: setattr(connection, "isolation_level", None), lambda: connection.total_changes,
):
    shown(call)
