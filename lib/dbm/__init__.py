"""Databases of bytes by bytes, in files: the interface common to dbm.gnu, dbm.ndbm and dbm.dumb.

    import dbm
    with dbm.open(file, 'c') as database:
        database[key] = value

`flag` is 'r' (read, the default), 'w' (read and write), 'c' (create it when it is missing) or 'n' (always a new one);
`mode` are the permissions of files that are created. Keys and values are bytes; str is taken as UTF-8.
"""
import importlib
import os
from io import open as _open_file

__all__ = ['open', 'whichdb', 'error']


class error(Exception):
    pass


error = (error, OSError)

# The best first.
_names = ['dbm.gnu', 'dbm.ndbm', 'dbm.dumb']
_defaultmod = None
_modules = {}

_GNU_MAGIC = {0x13579ace, 0x13579acd, 0x13579acf}

try:
    from dbm import ndbm
except ImportError:
    ndbm = None


def _load():
    """Fill _modules with those that this Python has."""
    global _defaultmod
    for name in _names:
        try:
            _modules[name] = importlib.import_module(name)
        except ImportError:
            continue
        if _defaultmod is None:
            _defaultmod = _modules[name]
    if _defaultmod is None:
        raise ImportError(f'no dbm clone found; tried {_names}')


def _module_for(file, flag):
    kind = None if 'n' in flag else whichdb(file)
    if kind is None:
        if 'c' in flag or 'n' in flag:
            return _defaultmod
        raise error[0]("db file doesn't exist; use 'c' or 'n' flag to create a new db")
    if kind == '':
        raise error[0]('db type could not be determined')
    if kind not in _modules:
        raise error[0](f'db type is {kind}, but the module is not available')
    return _modules[kind]


def open(file, flag='r', mode=0o666):
    """Open or create a database with the module that fits it, the best one when it is new."""
    if _defaultmod is None or not _modules:
        _load()
    return _module_for(file, flag).open(file, flag, mode)


def _is_readable(path):
    try:
        with _open_file(path, 'rb'):
            return True
    except OSError:
        return False


def _is_ndbm(path):
    if _is_readable(path + b'.pag') and _is_readable(path + b'.dir'):
        return True
    # Berkeley DB, which takes the place of ndbm on BSD, has one file.
    if not _is_readable(path + b'.db'):
        return False
    if ndbm is None:
        return True
    try:
        ndbm.open(os.fsdecode(path)).close()
    except OSError:
        return False
    return True


def _is_dumb(path):
    try:
        os.stat(path + b'.dat')
        with _open_file(path + b'.dir', 'rb') as directory:
            return directory.read(1) in (b'', b"'", b'"')
    except OSError:
        return False


def whichdb(filename):
    """The name of the module that a database is for; None if there is no such file, '' if it is unknown."""
    path = os.fsencode(filename)
    if _is_ndbm(path):
        return 'dbm.ndbm'
    if _is_dumb(path):
        return 'dbm.dumb'
    try:
        with _open_file(path, 'rb') as file:
            start = file.read(4)
    except OSError:
        return None
    if len(start) == 4 and any(int.from_bytes(start, order) in _GNU_MAGIC for order in ('little', 'big')):
        return 'dbm.gnu'
    return ''


if __name__ == '__main__':
    import sys

    for each in sys.argv[1:]:
        print(whichdb(each) or 'UNKNOWN', each)
