# What execute, executemany and executescript take and refuse, and what a cursor knows afterwards.
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


connection = sqlite3.connect(":memory:")
cursor = connection.cursor()
print((cursor.description, cursor.lastrowid, cursor.rowcount, cursor.arraysize, cursor.row_factory))
for sql in (1, "select \0", "select 1; select 2", "select 1; -- x", "", "-- x", "\ud800", "selec"):
    shown(connection.execute, sql)
cursor.execute("create table t(a integer primary key, b)")
for sql, parameters in (
    ("select ?", (1, 2)), ("select ?", ()), ("select :a", {}), ("select ?", {}), ("select ?", 1), ("select ?", None),
    ("select ?", (object(),)), ("select :a", {"a": object()}), ("select ?", (2**63,)), ("select ?", ("\ud800",)),
    ("select ?", {1}),
):
    shown(connection.execute, sql, parameters)


class Defaults(dict):
    def __missing__(self, key):
        return key


class Indexed:
    def __len__(self):
        return 1

    def __getitem__(self, key):
        return key


print(connection.execute("select :a, @b, $c", Defaults()).fetchall())
print(connection.execute("select ?", Indexed()).fetchall())
values = (None, 1, -2**63, 2**63 - 1, True, 1.5, float("inf"), "a\0b", "h\u00e9\U0001f600", b"", b"\0\xff", bytearray(b"x"), memoryview(b"yz"))
for value in values:
    print(connection.execute("select ?, typeof(?)", (value, value)).fetchone())
shown(connection.executemany, "select 1", [()])
shown(connection.executemany, "create table foo(x)", [()])
shown(connection.executemany, "insert into t values(?,?)", 1)
shown(connection.executemany, "insert into t values(?,?) returning a", [(1, 2), (3, 4)])
shown(connection.execute, "insert into t values(1, 1)")


def state():
    print((cursor.description, cursor.lastrowid, cursor.rowcount))


cursor.execute("insert into t values(7, 7)"); state()
cursor.execute("update t set b = 1"); state()
cursor.execute("select * from t"); state()
shown(cursor.execute, "insert into t values(7, 7)"); state()
cursor.execute("delete from t"); state()
cursor.executemany("insert into t(b) values(?)", [(1,), (2,)]); state()
cursor.executemany("insert into t(b) values(?)", []); state()
cursor.execute("/* x */ -- y\n insert into t(b) values(1)"); state()
cursor.execute("with q as (select 1) insert into t(b) select * from q"); state()
cursor.execute("insert into t(b) values(9) returning a, b"); print(cursor.fetchall()); state()
cursor.executescript("select 1; insert into t(b) values(5);"); state()
print(cursor.execute("select b from t order by a").fetchmany(2), cursor.fetchone(), cursor.fetchmany(-1), cursor.fetchone())
for script in (1, "select 1; \0", "create table x(a); create tabl", "select 1; /* open"):
    shown(connection.executescript, script)
for name, value in (("arraysize", "x"), ("arraysize", 2.0), ("rowcount", 2), ("row_factory", None)):
    shown(setattr, cursor, name, value)
shown(delattr, cursor, "arraysize")
shown(sqlite3.Cursor, 1)
shown(sqlite3.Cursor)
empty = sqlite3.Cursor.__new__(sqlite3.Cursor)
for call in (lambda: empty.execute("x"), empty.fetchall, empty.close):
    shown(call)
cursor.close()
for call in (lambda: cursor.execute("x"), cursor.fetchone, lambda: next(cursor), lambda: cursor.setinputsizes(1), lambda: cursor.setoutputsize(1, 2)):
    shown(call)


def recursive(x):
    cursor.execute("select 1")
    return 1


cursor = connection.cursor()
connection.create_function("rec", 1, recursive)
shown(cursor.execute, "select rec(1)")
print(sqlite3.complete_statement("select 1;"), sqlite3.complete_statement("select 1"))
shown(sqlite3.complete_statement, 1)
