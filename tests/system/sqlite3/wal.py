# Write-ahead logs: readers beside a writer, checkpoints, threads, and going back to a journal.
import sqlite3, os, sys, threading
for n in os.listdir():
    if n.startswith("x.db"): os.unlink(n)

c=sqlite3.connect("x.db"); print(c.execute("pragma journal_mode=wal").fetchone())
c.execute("create table t(a)"); c.execute("insert into t values(1)"); c.commit()
print(sorted(os.listdir()))
d=sqlite3.connect("x.db",timeout=0); 
print(d.execute("select count(*) from t").fetchone())
c.execute("insert into t values(2)"); print(d.execute("select count(*) from t").fetchone()); c.commit(); print(d.execute("select count(*) from t").fetchone())
d.execute("begin"); print(d.execute("select count(*) from t").fetchone())
c.execute("insert into t values(3)"); c.commit(); print(d.execute("select count(*) from t").fetchone()); 
try: d.execute("insert into t values(4)")
except sqlite3.Error as e: print(e)
d.rollback(); print(d.execute("select count(*) from t").fetchone())
print(c.execute("pragma wal_checkpoint(truncate)").fetchone())
c.execute("insert into t values(5)"); c.commit()
c.close(); d.close(); print(sorted(os.listdir()))
e=sqlite3.connect("x.db"); print(e.execute("pragma journal_mode").fetchone(), e.execute("select count(*) from t").fetchone()); e.close()
print(sorted(os.listdir()))
e=sqlite3.connect("x.db"); print(e.execute("select count(*) from t").fetchone(), e.execute("pragma integrity_check").fetchone()); 
def w(k):
    o=sqlite3.connect("x.db",timeout=10)
    for i in range(20):
        with o: o.execute("insert into t values(?)",(i,))
    o.close()
ts=[threading.Thread(target=w,args=(i,)) for i in range(3)]
[t.start() for t in ts]; [t.join() for t in ts]
print(e.execute("select count(*) from t").fetchone()); print(e.execute("pragma journal_mode=delete").fetchone()); e.close(); print(sorted(os.listdir()))
f = sqlite3.connect("y.db")
f.create_function("one", 0, lambda: 1)
f.execute("pragma journal_mode=wal")
f.execute("create table t(a)")
print(sorted(os.listdir()), f.execute("pragma journal_mode=delete").fetchall())
f.close()
