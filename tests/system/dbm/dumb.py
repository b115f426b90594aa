# dbm.dumb: a database in two files, its flags, errors and what whichdb makes of it.
import dbm
import dbm.dumb
import os
import tempfile


def attempt(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, issubclass(type(error), OSError), error if 'file' not in str(error) else '')


with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'data')
    attempt(lambda: dbm.whichdb(path))
    attempt(lambda: dbm.dumb.open(path, 'r'))
    attempt(lambda: dbm.dumb.open(path, 'x'))
    with dbm.dumb.open(path, 'c') as database:
        database['key'] = 'value'
        database[b'\xff'] = b'\x00' * 600
        database['key'] = 'another'
        database[b'\xff'] = b'short'
        attempt(lambda: database.__setitem__(5, 'x'))
        attempt(lambda: database.__setitem__('x', 5))
        attempt(lambda: database['nothing'])
        del database[b'\xff']
        print(len(database), 'key' in database, database.keys(), database.items())
        print(database.setdefault('more', b'1'), sorted(database))
    attempt(lambda: len(database))
    attempt(lambda: dbm.whichdb(path))
    with open(path + '.dir') as directory:
        print(directory.read(), end='')
    print(os.path.getsize(path + '.dat'), sorted(os.listdir(folder)))
    with dbm.dumb.open(path, 'r') as database:
        print(dict(database))
        attempt(lambda: database.__setitem__('a', 'b'))
        attempt(lambda: database.__delitem__('key'))
    with dbm.dumb.open(path, 'n') as database:
        print(database.keys())
