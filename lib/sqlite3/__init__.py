"""SQLite databases, by the interface of PEP 249 (DB-API 2.0).

    import sqlite3
    with sqlite3.connect('notes.db') as connection:
        connection.execute('create table note(day, text)')
        connection.execute('insert into note values (?, ?)', ('monday', 'began'))
        for row in connection.execute('select * from note'):
            print(row)

A database is a file; ':memory:' is one in memory, which ends with its connection. A statement that changes rows begins
a transaction, which ends with commit() or rollback().
"""

from sqlite3.dbapi2 import *
from sqlite3.dbapi2 import _deprecated_names, _deprecated_version, _deprecated_version_info


def __getattr__(name):
    if name not in _deprecated_names:
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    from warnings import warn

    warn(f'{name} is deprecated and will be removed in Python 3.14', DeprecationWarning, stacklevel=2)
    return globals()[f'_deprecated_{name}']
