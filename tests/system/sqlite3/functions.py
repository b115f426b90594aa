# Python functions, aggregates, window functions and collations in SQL.
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
for name, count, func in (("f", -2, len), ("f" * 300, 1, len), ("f", 1, 5)):
    shown(connection.create_function, name, count, func)
shown(connection.execute, "select f(1)")
connection.create_function("echo", -1, lambda *args: repr(args), deterministic=True)
print(connection.execute("select echo(), echo(1, 2.5, null, 'x', x'01')").fetchone())
connection.create_function("echo", -1, None)
shown(connection.execute, "select echo()")


def out_of_memory(x):
    raise MemoryError


for func in (lambda x: 1 / 0, lambda x: 2**70, lambda x: object(), out_of_memory, lambda x: "\ud800", lambda x: b"ab", lambda x: True, lambda x: None, lambda x: 2.5):
    connection.create_function("k", 1, func)
    shown(lambda: connection.execute("select k(1)").fetchone())


class Sum:
    def __init__(self):
        self.total = 0

    def step(self, value):
        self.total += value

    def inverse(self, value):
        self.total -= value

    def value(self):
        return self.total

    finalize = value


def aggregate(**methods):
    return type("Broken", (Sum,), methods)


def broken(*args):
    raise ZeroDivisionError


connection.executescript("create table t(a, b); insert into t values(1, 'x'), (2, 'y'), (3, 'x'), (4, 'z')")
connection.create_aggregate("total", 1, Sum)
print(connection.execute("select total(a) from t").fetchall(), connection.execute("select b, total(a) from t group by b order by b").fetchall())
for cls in (int, aggregate(__init__=broken), aggregate(step=broken), aggregate(finalize=broken), aggregate(finalize=lambda self: object())):
    connection.create_aggregate("bad", 1, cls)
    shown(lambda: connection.execute("select bad(a) from t").fetchall())
connection.create_window_function("moving", 1, Sum)
print(connection.execute("select a, moving(a) over (order by a rows between 1 preceding and 1 following) from t").fetchall())
for cls in (aggregate(value=broken), aggregate(inverse=broken)):
    connection.create_window_function("bad", 1, cls)
    shown(lambda: connection.execute("select bad(a) over (order by a rows between 1 preceding and 1 following) from t").fetchall())
connection.create_window_function("moving", 1, None)
shown(lambda: connection.execute("select moving(a) over (order by a) from t").fetchall())
shown(connection.create_collation, 1, len)
shown(connection.create_collation, "x", 1)
connection.create_collation("backwards", lambda left, right: (left < right) - (left > right))
print(connection.execute("select distinct b from t order by b collate backwards").fetchall())
connection.create_collation("backwards", broken)
shown(lambda: [*connection.execute("select distinct b from t order by b collate backwards")])
connection.create_collation("backwards", None)
shown(connection.execute, "select b from t order by b collate backwards")


def nested(n):
    return connection.execute("select count(*) from t where a <= ?", (n,)).fetchone()[0]


connection.create_function("nested", 1, nested)
print(connection.execute("select a, nested(a) from t").fetchall())

import sys

sys.unraisablehook = lambda hook: print("unraisable", hook.exc_type.__name__, hook.exc_value)
sqlite3.enable_callback_tracebacks(True)
connection.create_function("k", 1, lambda x: 1 / 0)
shown(connection.execute, "select k(1)")
connection.create_aggregate("lacking", 1, type("Lacking", (), {"finalize": lambda self: 1}))
shown(connection.execute, "select lacking(1)")
shown(connection.create_window_function, "shouldfail", -100, Sum)
