"""What the import system did, and why: the record behind `chaipy explain`.

`start()` puts functions of its own around those of importlib; `stop()` takes them out again and gives the records, one
for each import, in the order in which they began. Nothing is decided here: each function calls importlib's own.

Traps: frames of these functions must leave tracebacks together with importlib's, so their code carries its file name.
Times are in milliseconds; the time of an import that another one began is not counted in that one's `execute`.
"""
import _frozen_importlib as _bootstrap
import _frozen_importlib_external as _external
import sys
import zipimport as _zipimport
from _thread import get_ident
from time import perf_counter

_HIDDEN = "<frozen importlib._bootstrap_external>"
_records = []
_stacks = {}
_restore = []


def _hidden(function):
    function.__code__ = function.__code__.replace(co_filename=_HIDDEN)
    return function


class _Record:
    """One import; `depth` is how many others were going on."""

    def __init__(self, name, kind, depth):
        self.name = name
        self.kind = kind
        self.depth = depth
        self.finders = []
        self.searched = []
        self.origin = None
        self.loader = None
        self.cache = None
        self.cache_used = False
        self.cache_reason = None
        self.written = None
        self.error = None
        self.times = {}
        self.nested = 0.0
        self.code_time = 0.0

    def add_time(self, step, begin):
        self.times[step] = self.times.get(step, 0.0) + (perf_counter() - begin) * 1000

    def as_dict(self):
        hidden = ("nested", "code_time")
        result = {key: value for key, value in vars(self).items() if key not in hidden}
        result["times"] = {step: round(time, 3) for step, time in self.times.items()}
        return result


@_hidden
def _stack():
    return _stacks.setdefault(get_ident(), [])


@_hidden
def _current():
    stack = _stack()
    return stack[-1] if stack else None


@_hidden
def _nest(record, work):
    """Run `work` with `record` as the import that is going on."""
    stack = _stack()
    _records.append(record)
    stack.append(record)
    begin = perf_counter()
    try:
        return work()
    except BaseException as error:
        record.error = f"{type(error).__name__}: {error}"
        raise
    finally:
        stack.pop()
        if stack:
            stack[-1].nested += perf_counter() - begin


@_hidden
def _replace(owner, name, make):
    """Put what `make` makes of a function in its place, in a module or class."""
    original = vars(owner)[name]
    is_class_method = isinstance(original, classmethod)
    replacement = _hidden(make(original.__func__ if is_class_method else original))
    setattr(owner, name, classmethod(replacement) if is_class_method else replacement)
    _restore.append((owner, name, original))


def _nest_import(original):
    def find_and_load_unlocked(name, import_):
        record = _Record(name, "import", len(_stack()))
        return _nest(record, _hidden(lambda: original(name, import_)))
    return find_and_load_unlocked


def _nest_reload(original):
    def execute(spec, module):
        record = _current()
        if record is not None and record.name == spec.name:
            return original(spec, module)
        record = _Record(spec.name, "reload", len(_stack()))
        return _nest(record, _hidden(lambda: original(spec, module)))
    return execute


def _note_search(original):
    def find_spec(name, path, target=None):
        record = _current()
        begin = perf_counter()
        spec = None
        try:
            spec = original(name, path, target)
            return spec
        finally:
            if record is not None:
                record.add_time("find", begin)
                _name_finders(record, spec)
                if spec is not None:
                    record.loader = "NamespaceLoader" if spec.loader is None else _type_name(spec.loader)
                    record.origin = spec.origin
    return find_spec


@_hidden
def _type_name(value):
    return value.__name__ if isinstance(value, type) else type(value).__name__


@_hidden
def _name_finders(record, spec):
    """importlib asks sys.meta_path in order, until one has an answer."""
    answers = dict(record.finders)
    names = []
    for finder in sys.meta_path:
        name = _type_name(finder)
        found = answers.get(name)
        names.append([name, bool(found)])
        if found:
            break
    if spec is not None and not any(found for _, found in names):
        # One of those that are not importlib's: the last that was asked, as far as that can be told.
        own = [i for i, (name, _) in enumerate(names) if name not in answers]
        if own:
            names[own[0]][1] = True
            del names[own[0] + 1:]
    record.finders = names


def _note_finder(name):
    def make(original):
        def find_spec(cls, fullname, path=None, target=None):
            spec = original(cls, fullname, path, target)
            record = _current()
            if record is not None:
                record.finders.append([name, spec is not None])
            return spec
        return find_spec
    return make


def _note_place(attribute):
    def make(original):
        def find_spec(self, fullname, target=None):
            spec = original(self, fullname, target)
            record = _current()
            if record is not None:
                found = spec is not None and (spec.origin or "part of a namespace package")
                record.searched.append([getattr(self, attribute), found or None])
            return spec
        return find_spec
    return make


def _note_code(original):
    def get_code(self, fullname):
        record = _current()
        if record is None or record.name != fullname:
            return original(self, fullname)
        source = self.get_filename(fullname)
        record.loader = record.loader or type(self).__name__
        record.origin = record.origin or source
        try:
            record.cache = _external.cache_from_source(source)
        except NotImplementedError:
            record.cache_reason = "sys.implementation.cache_tag is None"
        begin = perf_counter()
        try:
            code = original(self, fullname)
        finally:
            record.code_time += perf_counter() - begin
        if not record.cache_used and record.written is None:
            record.written = _why_not_written(record)
        return code
    return get_code


@_hidden
def _why_not_written(record):
    if sys.dont_write_bytecode:
        return "no: sys.dont_write_bytecode is set (-B, PYTHONDONTWRITEBYTECODE)"
    if record.cache is None:
        return "no: there is no name for it"
    return "no: the loader does not write"


def _note_read(original):
    def get_data(self, path):
        record = _current()
        begin = perf_counter()
        try:
            return original(self, path)
        except OSError as error:
            if record is not None and path == record.cache:
                missing = isinstance(error, FileNotFoundError)
                record.cache_reason = "no file" if missing else f"unreadable: {error.strerror}"
            raise
        finally:
            if record is not None:
                record.add_time("read", begin)
    return get_data


def _note_header(original):
    def classify_pyc(data, name, exc_details):
        record = _current()
        try:
            return original(data, name, exc_details)
        except (ImportError, EOFError) as error:
            if record is not None:
                record.cache_reason = _header_problem(data, error)
            raise
    return classify_pyc


@_hidden
def _header_problem(data, error):
    magic = data[:4]
    if magic != _external.MAGIC_NUMBER:
        return f"magic: {bytes(magic).hex(' ') or 'nothing'} != {_external.MAGIC_NUMBER.hex(' ')}"
    if len(data) < 16:
        return f"header: {len(data)} bytes of 16"
    if isinstance(error, ImportError):
        return f"flags: 0x{int.from_bytes(data[4:8], 'little'):x} are not known"
    return str(error)


def _note_times(original):
    def validate_timestamp_pyc(data, source_mtime, source_size, name, exc_details):
        record = _current()
        if record is not None:
            mtime = int.from_bytes(data[8:12], "little")
            size = int.from_bytes(data[12:16], "little")
            if mtime != source_mtime & 0xFFFFFFFF:
                record.cache_reason = f"mtime: {mtime} in the file != {source_mtime & 0xFFFFFFFF} of the source"
            elif source_size is not None and size != source_size & 0xFFFFFFFF:
                record.cache_reason = f"size: {size} in the file != {source_size & 0xFFFFFFFF} of the source"
            else:
                record.cache_reason = "mtime and size are those of the source"
        return original(data, source_mtime, source_size, name, exc_details)
    return validate_timestamp_pyc


def _note_hash(original):
    def validate_hash_pyc(data, source_hash, name, exc_details):
        record = _current()
        if record is not None:
            own = bytes(data[8:16])
            if own == source_hash:
                record.cache_reason = "the hash is that of the source"
            else:
                record.cache_reason = f"hash: {own.hex()} in the file != {source_hash.hex()} of the source"
        return original(data, source_hash, name, exc_details)
    return validate_hash_pyc


def _note_unmarshal(original):
    def compile_bytecode(data, name=None, bytecode_path=None, source_path=None):
        record = _current()
        begin = perf_counter()
        try:
            return original(data, name, bytecode_path, source_path)
        finally:
            if record is not None:
                record.add_time("unmarshal", begin)
                record.cache = record.cache or bytecode_path
                record.cache_used = True
                record.cache_reason = record.cache_reason or (
                    "its hash is not checked" if source_path is not None else "there is no source to compare it with")
    return compile_bytecode


def _note_compile(original):
    def source_to_code(self, data, path, **options):
        record = _current()
        begin = perf_counter()
        try:
            return original(self, data, path, **options)
        finally:
            if record is not None:
                record.add_time("compile", begin)
    return source_to_code


def _note_write(original):
    def cache_bytecode(self, source_path, bytecode_path, data):
        record = _current()
        begin = perf_counter()
        try:
            return original(self, source_path, bytecode_path, data)
        finally:
            if record is not None:
                record.add_time("write", begin)
    return cache_bytecode


def _note_message(original):
    def verbose_message(message, *args, verbosity=1):
        record = _current()
        if record is not None and record.cache is not None:
            if message == "created {!r}" and args[0] == record.cache:
                record.written = "yes"
            elif message == "could not create {!r}: {!r}":
                record.written = f"no: {args[0]}: {getattr(args[1], 'strerror', None) or args[1]}"
        return original(message, *args, verbosity=verbosity)
    return verbose_message


def _note_execution(original):
    def exec_module(self, module):
        record = _current()
        if record is None:
            return original(self, module)
        begin = perf_counter()
        before = record.nested + record.code_time
        try:
            return original(self, module)
        finally:
            inside = record.nested + record.code_time - before
            record.times["execute"] = (perf_counter() - begin - inside) * 1000
    return exec_module


def start():
    """Record imports from now on."""
    _replace(_bootstrap, "_find_and_load_unlocked", _nest_import)
    _replace(_bootstrap, "_exec", _nest_reload)
    _replace(_bootstrap, "_find_spec", _note_search)
    _replace(_bootstrap, "_verbose_message", _note_message)
    _replace(_bootstrap.BuiltinImporter, "find_spec", _note_finder("BuiltinImporter"))
    _replace(_bootstrap.FrozenImporter, "find_spec", _note_finder("FrozenImporter"))
    _replace(_external.PathFinder, "find_spec", _note_finder("PathFinder"))
    _replace(_external.FileFinder, "find_spec", _note_place("path"))
    _replace(_zipimport.zipimporter, "find_spec", _note_place("archive"))
    _replace(_external.SourceLoader, "get_code", _note_code)
    _replace(_external.FileLoader, "get_data", _note_read)
    _replace(_external, "_classify_pyc", _note_header)
    _replace(_external, "_validate_timestamp_pyc", _note_times)
    _replace(_external, "_validate_hash_pyc", _note_hash)
    _replace(_external, "_compile_bytecode", _note_unmarshal)
    _replace(_external.SourceLoader, "source_to_code", _note_compile)
    _replace(_external.SourceFileLoader, "_cache_bytecode", _note_write)
    _replace(_external._LoaderBasics, "exec_module", _note_execution)


def stop():
    """Leave importlib as it was; the records as JSON."""
    while _restore:
        owner, name, original = _restore.pop()
        setattr(owner, name, original)
    import json
    return json.dumps([record.as_dict() for record in _records])
