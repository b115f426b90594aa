# The names of _pickle, imported before and after pickle.
import _pickle
import io
print(sorted(n for n in ('Pickler', 'Unpickler', 'dump', 'dumps', 'load', 'loads') if hasattr(_pickle, n)))
import pickle
print(_pickle.PickleError is pickle.PickleError, _pickle.PicklingError is pickle.PicklingError)
data = {'a': [1, 2.5, None], 'b': (True, b'x')}
for protocol in range(6):
    assert _pickle.loads(_pickle.dumps(data, protocol)) == pickle.loads(pickle.dumps(data, protocol)) == data
file = io.BytesIO()
_pickle.Pickler(file, 2).dump(data)
file.seek(0)
print(_pickle.Unpickler(file).load())
try:
    _pickle.nothing
except AttributeError as error:
    print(error, error.name)
try:
    from _pickle import nothing
except ImportError as error:
    print(str(error).split(' (')[0])
print(pickle.PickleBuffer(b'ab').raw().tobytes())
