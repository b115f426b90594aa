# The authorizer, the progress handler, the trace callback, interrupt.
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
connection.executescript("create table t(a, b); create table u(a); insert into t values(1, 'x')")


def authorize(action, first, second, database, trigger):
    asked.append((action, first, second, database, trigger))
    if first == "u":
        return sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_IGNORE if second == "b" else sqlite3.SQLITE_OK


asked = []
connection.set_authorizer(authorize)
print(connection.execute("select a, b from t").fetchall())
print(asked)
shown(connection.execute, "select * from u")
for answer in ("x", 2**40, 1.5):
    connection.set_authorizer(lambda *args: answer)
    shown(connection.execute, "select a from t")
connection.set_authorizer(lambda *args: 1 / 0)
shown(connection.execute, "select a from t")
connection.set_authorizer(None)
steps = []
connection.set_progress_handler(lambda: steps.append(1), 1)
connection.execute("select * from t").fetchall()
print(len(steps) > 3)
connection.set_progress_handler(lambda: True, 1)
shown(connection.execute, "select * from t, t")
connection.set_progress_handler(lambda: 1 / 0, 1)
shown(connection.execute, "select * from t, t")
connection.set_progress_handler(None, 1)
shown(lambda: connection.execute("select * from t").fetchall())
traced = []
connection.set_trace_callback(traced.append)
connection.execute("insert into t values(?, ?)", (5, "it's \u00e9"))
connection.commit()
connection.set_trace_callback(None)
connection.execute("select 3")
print(traced)
connection.create_function("stop", 0, lambda: connection.interrupt())
shown(lambda: connection.execute("with recursive n(x) as (select 1 union all select x + 1 from n) select stop() from n where x > 10 limit 5").fetchall())
print(connection.execute("select 1").fetchall())
