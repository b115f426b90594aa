"""importlib.resources in a frozen program: the data files beside a module, as a tree."""
import io
from importlib.resources.abc import Traversable, TraversableResources

from _frozen_program import _content, data_names


class DataPath(Traversable):
    """A data file, or a folder of them."""

    def __init__(self, path):
        self._path = path

    @property
    def name(self):
        return self._path.rpartition('/')[2]

    def is_file(self):
        return self._path in data_names()

    def is_dir(self):
        return any(name.startswith(self._path + '/') for name in data_names())

    def iterdir(self):
        start = len(self._path) + 1
        below = [name[start:] for name in data_names() if name.startswith(self._path + '/')]
        for name in dict.fromkeys(name.partition('/')[0] for name in below):
            yield DataPath(f'{self._path}/{name}')

    def joinpath(self, *descendants):
        parts = self._path.split('/')
        for descendant in descendants:
            for part in str(descendant).split('/'):
                if part == '..':
                    parts.pop()
                elif part not in ('', '.'):
                    parts.append(part)
        return DataPath('/'.join(parts))

    __truediv__ = joinpath

    def read_bytes(self):
        return _content(self._path)

    def open(self, mode='r', *args, **kwargs):
        if mode not in ('r', 'rb', 'rt'):
            raise ValueError('a frozen file can only be read')
        stream = io.BytesIO(_content(self._path))
        return stream if mode == 'rb' else io.TextIOWrapper(stream, *args, **kwargs)

    def __repr__(self):
        return f'DataPath({self._path!r})'


class ProgramReader(TraversableResources):
    """The data files of one package."""

    def __init__(self, folder):
        self._folder = folder

    def files(self):
        return DataPath(self._folder)
