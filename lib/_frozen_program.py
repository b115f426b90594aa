"""The importer of a frozen program (chaipy freeze): its modules, and the data files that were frozen with them.

Frozen entries under "<data>/" are files; the entry "<data>" names them, a line each.
"""
import _frozen_importlib
import _imp
import sys

_DATA = '<data>'


def _content(name):
    found = _imp.find_frozen(f'{_DATA}/{name}', withdata=True)
    if found is None:
        raise FileNotFoundError(2, 'No such file or directory', name)
    return bytes(found[0])


def data_names():
    """The paths of all data files, from the root of the program."""
    found = _imp.find_frozen(_DATA, withdata=True)
    return [] if found is None else bytes(found[0]).decode().splitlines()


class ProgramImporter(_frozen_importlib.FrozenImporter):
    """FrozenImporter for the program's own modules, which have data files and a place. Those of the library are left to it."""

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        spec = _frozen_importlib.FrozenImporter.find_spec(fullname, path, target)
        if spec is None or spec.loader_state.origname is not None:
            return None
        spec.loader = cls
        return spec

    @staticmethod
    def exec_module(module):
        spec = module.__spec__
        parts = spec.name.split('.')
        if spec.submodule_search_locations is not None:
            parts.append('__init__')
        module.__file__ = '/'.join([sys.executable, *parts]) + '.py'
        _frozen_importlib.FrozenImporter.exec_module(module)

    @staticmethod
    def get_data(path):
        """The bytes of a data file; its path begins with that of the program."""
        return _content(path.removeprefix(sys.executable + '/'))

    @staticmethod
    def get_resource_reader(fullname):
        from _frozen_resources import ProgramReader
        return ProgramReader(fullname.replace('.', '/'))


def install():
    """Be asked before FrozenImporter."""
    place = sys.meta_path.index(_frozen_importlib.FrozenImporter)
    sys.meta_path.insert(place, ProgramImporter)
