"""scanstring and the quoting functions."""
import _json
from json import decoder, encoder

print(_json.scanstring('abc"def', 0), _json.scanstring('x\\n"', 1), _json.scanstring('a\tb"', 0, False))
print(_json.encode_basestring('a"\xe9\n'), _json.encode_basestring_ascii('a"\xe9\n\U0001f600'))
scan = decoder.JSONDecoder().scan_once
print(type(scan).__name__, scan("[1, 2] x", 0), scan("xx 5", 3), scan.strict, scan.object_hook)
make = _json.make_encoder(None, str, encoder.encode_basestring, None, ": ", ", ", False, False, True)
print(make([1, {"a": "\xe9"}, 2j], 0), make.key_separator, make.sort_keys, make.markers)
for call in [
    lambda: _json.scanstring("abc", 0),
    lambda: _json.scanstring("abc", 9),
    lambda: _json.scanstring(5, 0),
    lambda: _json.encode_basestring(5),
    lambda: scan("", 0),
    lambda: scan("1", -1),
    lambda: scan(5, 0),
    lambda: _json.make_encoder(5, None, None, None, ":", ",", 0, 0, 0),
]:
    try:
        print(call())
    except StopIteration as error:
        print("StopIteration", error.value)
    except Exception as error:
        print(type(error).__name__, error)
