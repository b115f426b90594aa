# `is` on ints, strings, tuples, floats, bytes, frozensets and code constants within and between functions, as CPython 3.12 compiles them.
import sys, warnings
warnings.simplefilter("ignore")
def same(): return 1000 is 1000, "a b" is "a b", (1, 2) is (1, 2), 1.5 is 1.5, b"x" is b"x", -5 is -5, 2 ** 10 is 2 ** 10, "ab" * 2 is "abab", 10 ** 20 is 10 ** 20, (1, (2, 3)) is (1, (2, 3)), 1j is 1j, ... is ...
code = compile("def same(): return 1000 is 1000, 'a b' is 'a b', (1, 2) is (1, 2), 1.5 is 1.5, b'x' is b'x', 'ab' * 2 is 'abab', (1, (2, 3)) is (1, (2, 3)), 0.0 is -0.0, 1 is True, () is ()\nprint(same())", "<s>", "exec")
exec(code)
def one(): return 257, "text with spaces", (1, 2), 1.5
def two(): return 257, "text with spaces", (1, 2), 1.5
print([a == b for a, b in zip(one(), two())], one()[2] is one()[2], one()[1] is one()[1])
def small(n): return n
print([int(str(n)) is small(n) for n in (-6, -5, 0, 1, 255, 256)][1:], (200 + 56) is 256, (255 + 1) is (254 + 2), sum([100, 156]) is 256)
print("".join(["a"]) is "a", chr(97) is "a", "abc"[1] is "b", "a" + "" is "a", str("text") is "text", "x" * 1 is "x")
name = "identifier_like"
print(sys.intern("identifier" + "_like") is name, sys.intern(name) is name, type(sys.intern(name)))
class C: identifier_like = 1
print([k for k in vars(C) if k == name][0] is name, one.__name__ is "one", C.__name__ is "C")
t = (1, 2)
print(tuple(t) is t, t[:] is t, tuple([]) is (), "" is str(), () is tuple(), bool("x") is True, None is type(None)(), Ellipsis is type(...)(), NotImplemented is type(NotImplemented)())
f = 1.5
print(float(f) is f, int(10**20) is not None, str(name) is name, bytes(b"abc") == b"abc", +f == f, abs(3) is 3, round(5) is 5, int(True) is 1, 7 // 2 is 3, divmod(7, 2)[1] is 1)
try: sys.intern(3)
except TypeError as error: print(error)
class S(str): pass
try: sys.intern(S("a"))
except TypeError as error: print(error)
