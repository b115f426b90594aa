# iterdump, serialize, deserialize and backup.
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


source = sqlite3.connect(":memory:")
source.executescript("""
    create table "a""b"(x integer primary key autoincrement, "y z" text, w blob);
    insert into "a""b" values(5, 'it''s', x'0102'), (7, null, 1.5);
    create table zz(a); insert into zz values('\u00fc');
    create index i on zz(a); create view v as select * from zz;
    create trigger tr after insert on zz begin select 1; end;
""")
lines = list(source.iterdump())
for line in lines:
    print(line)
copy = sqlite3.connect(":memory:")
copy.executescript("".join(lines))
print(list(copy.iterdump()) == lines)
print(list(sqlite3.connect(":memory:").iterdump()))
data = source.serialize()
print(data[:15], len(data) % 4096)
other = sqlite3.connect(":memory:")
other.deserialize(data)
print(other.execute("select * from zz").fetchall(), list(other.iterdump()) == lines)
shown(source.serialize, name="missing")
broken = sqlite3.connect(":memory:")
shown(broken.deserialize, b"123")
shown(broken.execute, "select * from sqlite_master")
target = sqlite3.connect(":memory:")
progress = []
source.backup(target, pages=1, progress=lambda *args: progress.append(args))
print(progress[0][0], progress[-1][:2], len(progress) == progress[-1][2])
print(target.execute("select * from zz").fetchall())
shown(source.backup, 1)
shown(source.backup, source)
shown(source.backup, target, progress=1)
shown(source.backup, target, pages="x")
shown(source.backup, target, name="missing")


def stop(status, remaining, total):
    raise LookupError("enough")


shown(source.backup, target, pages=1, progress=stop)
target.close()
shown(source.backup, target)
