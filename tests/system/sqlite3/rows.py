# Row, row factories, text factories, adapters and converters.
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


import datetime
import warnings
from collections.abc import Sequence

connection = sqlite3.connect(":memory:", detect_types=sqlite3.PARSE_DECLTYPES | sqlite3.PARSE_COLNAMES)
cursor = connection.execute("select 1 as A, 2 as b")
for args in ((1, 2), (cursor, 1)):
    shown(sqlite3.Row, *args)
shown(sqlite3.Row, cursor, (1, 2), x=1)
row = sqlite3.Row(cursor, (1, 2))
for key in ("a", "B", "z", 5, 1.0, -1, -5, slice(0, 1), 2**80):
    shown(row.__getitem__, key)
print(row.keys(), tuple(row), len(row), 2 in row, row == sqlite3.Row(cursor, (1, 2)), row != (1, 2), hash(row) == hash(sqlite3.Row(cursor, (1, 2))))
shown(lambda: row < row)
print(isinstance(row, Sequence), dict(row), [*reversed(row)])
connection.row_factory = sqlite3.Row
print(connection.execute("select 1 as x").fetchone()["X"])
connection.row_factory = lambda cursor, row: dict(zip([column[0] for column in cursor.description], row))
print(connection.execute("select 1 as x, 2 as y").fetchall())
connection.row_factory = None
for factory in (bytes, bytearray, lambda data: data + b"1", str):
    connection.text_factory = factory
    print(connection.execute("select 'h\u00e9'").fetchone())
shown(lambda: connection.execute("select cast(x'61ff' as text) as q").fetchone())
connection.text_factory = lambda data: data.decode("latin-1")
print(connection.execute("select cast(x'61ff' as text)").fetchone())
connection.text_factory = str


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __conform__(self, protocol):
        if protocol is sqlite3.PrepareProtocol:
            return f"{self.x};{self.y}"


class Other:
    pass


sqlite3.register_adapter(Other, lambda other: "other")
sqlite3.register_converter("point", lambda data: tuple(data.split(b";")))
connection.execute("create table t(p point, n number(10), d date, s timestamp)")
connection.execute("insert into t(p, n) values(?, ?)", (Point(1, 2), Other()))
print(connection.execute("select p, n, p as 'x [point]', p || '' as 'y [POINT]', p || '' as z from t").fetchall())
print([column[0] for column in connection.execute("select p as 'x [point]', n as 'a[b' from t").description])
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    connection.execute("insert into t(d, s) values(?, ?)", (datetime.date(2024, 2, 29), datetime.datetime(2024, 2, 29, 1, 2, 3, 45)))
    print(connection.execute("select d, s from t where p is null").fetchall())
for warning in caught:
    print(warning.category.__name__, warning.message)
shown(sqlite3.adapt, object())
shown(sqlite3.adapt, 1, 2)
shown(sqlite3.adapt, object(), sqlite3.PrepareProtocol, 3)
shown(sqlite3.register_converter, 1, 2)
sqlite3.register_adapter(int, lambda value: f"int {value}")
print(connection.execute("select ?", (5,)).fetchone())
print(sqlite3.Date(2024, 1, 2), sqlite3.Time(1, 2, 3), sqlite3.Timestamp(2024, 1, 2, 3, 4, 5), sqlite3.Binary(b"x").tobytes())
connection = sqlite3.connect(":memory:", detect_types=sqlite3.PARSE_DECLTYPES)
connection.execute("create table p(p point)")
connection.execute("insert into p values(x'')")
print(connection.execute("select p from p").fetchone())


class Refused:
    def __conform__(self, protocol):
        raise TypeError


shown(connection.execute, "select ?", (Refused(),))
shown(sqlite3.adapt, Refused())
cursor = connection.execute("select 1 union select 2 union select 3")
cursor.arraysize = 2
print(cursor.fetchmany(), cursor.fetchmany())
