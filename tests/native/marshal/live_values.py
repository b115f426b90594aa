"""marshal of live values: what is one object stays one, containers that hold themselves, memory of any kind, depth."""
import marshal
def back(v, version=4): return marshal.loads(marshal.dumps(v, version))
a = []; b = back([a, a]); print(b[0] is b[1]); b = back([a, a], 2); print(b[0] is b[1])
r = []; r.append(r); q = back(r); print(q[0] is q)
d = {}; d['x'] = d; q = back(d); print(q['x'] is q)
t = ([],); t[0].append(t); q = back(t); print(q[0][0] is q)
t = ([1],); marshal.dumps(t); t[0].append(2); print(back(t))
for v in (0, 1, 2):
    for o in (r, d):
        try: marshal.dumps(o, v)
        except ValueError as e: print(v, e)
print(back([bytearray(b'ab'), memoryview(b'cd')]))
class B(bytes): pass
print(back(B(b'sub')))
for data in (b'\xbc\x01\x00\x00\x00r\x00\x00\x00\x00', b'\xa9\x01r\x00\x00\x00\x00', b'\xbe\x01\x00\x00\x00r\x00\x00\x00\x00', b'\xfb\xe9\x01\x00\x00\x00r\x00\x00\x00\x000', b'{[\x00\x00\x00\x00N0', b'<\x01\x00\x00\x00[\x00\x00\x00\x00'):
    try: v = marshal.loads(data); print(type(v), len(v), v[0] is v)
    except Exception as e: print(type(e).__name__, e)
deep = []
for i in range(100000): deep = [deep]
try: marshal.dumps(deep)
except ValueError as e: print(e)
deep = ()
for i in range(3000): deep = (deep,)
try: marshal.dumps(deep)
except ValueError as e: print(e)
try: marshal.dumps(memoryview(b'abcd')[::2])
except ValueError as e: print(e)
n = 12345
for version in range(5):
    print(version, marshal.dumps([n, n, 2.5j, -1 << 70, "a b", "a b", {"k": (n, "a b")}, None, ...], version).hex() if version < 3 else len(back([n, n], version)))
    print(back({"a": [1.5, b"x", frozenset({3}), {4}], 2: (True, None, ..., StopIteration, "\ud800", "\U0001f600")}, version))
