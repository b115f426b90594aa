# Blobs: reading and writing a part of a value in place.
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
connection.executescript("""
    create table t(a integer primary key, b); insert into t values(1, 7), (10, zeroblob(10)), (11, 'text'), (12, null);
    create view seen as select * from t; create table keyed(a primary key, b) without rowid;
    create table changes(what); create trigger note after update on t begin insert into changes values(new.a); end;
    create table child(a integer primary key, b blob references t(a)); create table indexed(a, b); create index i on indexed(b);
    insert into indexed values(1, x'01');
""")
for args in (("t", "b", 1), ("t", "b", 12), ("t", "b", 99), ("t", "zz", 1), ("zz", "b", 1), ("seen", "b", 1), ("keyed", "b", 1), ("indexed", "b", 1)):
    shown(connection.blobopen, *args)
shown(connection.blobopen, "t", "b", 10, name="other")
blob = connection.blobopen("t", "b", 10)
print(len(blob), blob.read(3), blob.tell())
shown(blob.write, b"abcdefgh")
shown(blob.write, b"abc")
for args in ((-1,), (0, 5), (2**31,), (-2, 2), (1, 1), (0,)):
    shown(blob.seek, *args)
    print(blob.tell())
print(blob.read())
for key in (99, slice(2, 5), slice(0, 9, 3), "x", -1, 2**80, slice(3, 1)):
    shown(blob.__getitem__, key)
for key, value in ((0, 300), (0, -1), (0, b"a"), (slice(0, 2), b"a"), (slice(0, 4, 2), b"zz"), (slice(5, 7), b"qq"), (50, 1), (9, 65), ("x", 1)):
    shown(blob.__setitem__, key, value)
shown(blob.__delitem__, 0)
shown(blob.__delitem__, slice(0, 1))
shown(iter, blob)
print(blob[:], connection.execute("select b from t where a = 10").fetchone(), connection.execute("select * from changes").fetchall())
text = connection.blobopen("t", "b", 11, readonly=True)
print(text.read())
shown(text.__setitem__, 0, 1)
writable = connection.blobopen("t", "b", 11)
writable[0] = 84
print(connection.execute("select b, typeof(b) from t where a = 11").fetchone())
connection.execute("update t set b = zeroblob(10) where a = 10")
blob.seek(0)
shown(blob.read)
shown(blob.write, b"x")
print(len(blob))
with connection.blobopen("t", "b", 10) as blob:
    blob.write(b"hello")
for call in (blob.read, blob.tell, lambda: len(blob), blob.__enter__, blob.close):
    shown(call)
print(connection.execute("select b from t where a = 10").fetchone())
shown(sqlite3.Blob)
