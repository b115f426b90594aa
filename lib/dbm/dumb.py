"""A database of bytes by bytes in two plain files, for where there is nothing better.

NAME.dat holds the values, each from the beginning of a block of 512 bytes on. NAME.dir has a line for each key: its
repr (the bytes as Latin-1), the position of the value and its length. NAME.bak is the NAME.dir before the last commit.
Room that a deleted value leaves is not used again; a value that grows beyond its blocks moves to the end.

Trap: nothing locks the files, and two writers destroy each other's work.
"""
import ast as _ast
import io as _io
import os as _os
import collections.abc

__all__ = ['error', 'open']

_BLOCKSIZE = 512

error = OSError


def _blocks(size):
    return -(-size // _BLOCKSIZE)


class _Database(collections.abc.MutableMapping):
    # A database may be closed when the modules of the interpreter have gone already.
    _os = _os
    _io = _io
    # Until the constructor is done there is nothing to close.
    _index = None

    def __init__(self, filebasename, mode, flag='c'):
        self._mode = mode
        self._readonly = flag == 'r'
        base = self._os.fsencode(filebasename)
        self._dirfile = base + b'.dir'
        self._datfile = base + b'.dat'
        self._bakfile = base + b'.bak'
        self._create(flag)
        # Key -> (position, length).
        self._index = {}
        self._modified = False
        self._update(flag)

    def _create(self, flag):
        if flag == 'n':
            for path in (self._datfile, self._bakfile, self._dirfile):
                try:
                    _os.remove(path)
                except OSError:
                    pass
        try:
            self._io.open(self._datfile, 'r', encoding='Latin-1').close()
        except OSError:
            if flag not in ('c', 'n'):
                raise
            with self._io.open(self._datfile, 'w', encoding='Latin-1'):
                self._chmod(self._datfile)

    def _update(self, flag):
        """Read the directory."""
        try:
            file = self._io.open(self._dirfile, 'r', encoding='Latin-1')
        except OSError:
            if flag not in ('c', 'n'):
                raise
            with self._io.open(self._dirfile, 'w', encoding='Latin-1'):
                self._chmod(self._dirfile)
            return
        with file:
            for line in file:
                key, place = _ast.literal_eval(line.rstrip())
                self._index[key.encode('Latin-1')] = place

    def _commit(self):
        """Write the directory; the last one is kept."""
        if self._index is None or not self._modified:
            return
        for change in (
            lambda: self._os.unlink(self._bakfile),
            lambda: self._os.rename(self._dirfile, self._bakfile),
        ):
            try:
                change()
            except OSError:
                pass
        with self._io.open(self._dirfile, 'w', encoding='Latin-1') as file:
            self._chmod(self._dirfile)
            for key, place in self._index.items():
                file.write(f"{key.decode('Latin-1')!r}, {place!r}\n")

    sync = _commit

    def _verify_open(self):
        if self._index is None:
            raise error('DBM object has already been closed')

    def _verify_writable(self):
        if self._readonly:
            raise error('The database is opened for reading only')

    @staticmethod
    def _bytes(value, what):
        if isinstance(value, str):
            return value.encode('utf-8')
        if not isinstance(value, (bytes, bytearray)):
            raise TypeError(f'{what} must be bytes or strings')
        return value

    def __getitem__(self, key):
        if isinstance(key, str):
            key = key.encode('utf-8')
        self._verify_open()
        position, size = self._index[key]
        with self._io.open(self._datfile, 'rb') as file:
            file.seek(position)
            return file.read(size)

    def __setitem__(self, key, value):
        self._verify_writable()
        key = self._bytes(key, 'keys')
        value = self._bytes(value, 'values')
        self._verify_open()
        self._modified = True
        known = self._index.get(key)
        if known is None:
            self._index[key] = self._append(value)
            self._add_to_directory(key)
        elif _blocks(len(value)) <= _blocks(known[1]):
            self._index[key] = self._overwrite(known[0], value)
        else:
            self._index[key] = self._append(value)

    def _append(self, value):
        """Put a value behind all others, at the next block."""
        with self._io.open(self._datfile, 'rb+') as file:
            end = file.seek(0, 2)
            position = _blocks(end) * _BLOCKSIZE
            file.write(b'\0' * (position - end) + value)
        return position, len(value)

    def _overwrite(self, position, value):
        with self._io.open(self._datfile, 'rb+') as file:
            file.seek(position)
            file.write(value)
        return position, len(value)

    def _add_to_directory(self, key):
        with self._io.open(self._dirfile, 'a', encoding='Latin-1') as file:
            self._chmod(self._dirfile)
            file.write(f"{key.decode('Latin-1')!r}, {self._index[key]!r}\n")

    def __delitem__(self, key):
        self._verify_writable()
        if isinstance(key, str):
            key = key.encode('utf-8')
        self._verify_open()
        self._modified = True
        del self._index[key]
        self._commit()

    def keys(self):
        self._verify_open()
        return list(self._index)

    def items(self):
        self._verify_open()
        return [(key, self[key]) for key in self._index]

    def __contains__(self, key):
        if isinstance(key, str):
            key = key.encode('utf-8')
        self._verify_open()
        return key in self._index

    def iterkeys(self):
        self._verify_open()
        return iter(self._index)

    __iter__ = iterkeys

    def __len__(self):
        self._verify_open()
        return len(self._index)

    def close(self):
        try:
            self._commit()
        finally:
            self._index = self._datfile = self._dirfile = self._bakfile = None

    __del__ = close

    def _chmod(self, file):
        self._os.chmod(file, self._mode)

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.close()


def open(file, flag='c', mode=0o666):
    """Open the database of these files, whose names begin with `file`; `mode` is reduced by the umask."""
    if flag not in ('r', 'w', 'c', 'n'):
        raise ValueError("Flag must be one of 'r', 'w', 'c', or 'n'")
    umask = _os.umask(0)
    _os.umask(umask)
    return _Database(file, mode & ~umask, flag=flag)
