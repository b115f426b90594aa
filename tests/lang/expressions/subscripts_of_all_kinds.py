# What arrives in __getitem__, __setitem__, __delitem__ and __class_getitem__ for every subscript, and the errors of things without them.
class S:
    def __getitem__(self, key): return key
    def __setitem__(self, key, value): print("set", key, "=", value)
    def __delitem__(self, key): print("del", key)
class K:
    def __class_getitem__(cls, key): return cls.__name__, key
s = S()
for source in ("s[0]", "s[-1]", "s['a']", "s[None]", "s[...]", "s[()]", "s[1,]", "s[1, 2]", "s[(1, 2)]", "s[[1]]", "s[1:2]", "s[:]", "s[::]", "s[1:]", "s[:2]", "s[::3]", "s[1:2:3]", "s[1:2, 3]", "s[:, ::2]", "s[*()]", "s[*[1]]", "s[*'ab', 0]", "s[*[1], 2:3]", "s[lambda: 0].__name__", "s[1 if s else 2]", "s[(x := 5)]", "s[x := 6]", "s[a]", "s[True]", "s[1.5]", "s[s][0]", "s[s[0]]", "s[{1: 2}]", "s[b'x':'y']", "K[int]", "K[1, 2]", "K[()]", "K[1:2]", "int[3]", "list[int][0]", "type[int]", "tuple[()]", "len[0]", "(1)[0]", "None[0]", "S[0]", "object()[0]", "1.5[0]", "{}[[]]", "{1: 2}[1, 2]", "'abc'['a']", "[1][1.0]", "(1,)[None]", "range(3)['a']", "b'a'[()]", "{1}[0]", "(x for x in [])[0]", "iter([])[0]", "print[1]", "...[0]", "True[0]"):
    try: print(source, "->", eval(source, {"s": s, "K": K, "S": S, "a": "name"}))
    except Exception as error: print(source, "!", type(error).__name__, error)
s[0] = 1; s[1:2] = 3; s[1, 2] = 4; s[:] = 5; s[*[7]] = 8
del s[0], s[1:2], s[1, 2], s[:]
s[0], s["b"] = 1, 2
for s["loop"] in (1, 2): pass
[s["c"] for _ in "a"]
s[0] += 5 if False else 1
for source in ("(1,)[0] = 1", "'a'[0] = 'b'", "b'a'[0] = 1", "(1)[0] = 1", "None[0] = 1", "object()[0] = 1", "range(3)[0] = 1", "{1}[0] = 1", "len[0] = 1", "del (1,)[0]", "del 'a'[0]", "del (1)[0]", "del {}[1]", "del [][0]", "del range(3)[0]", "[][0] = 1", "[1]['a'] = 1", "[1][5:] = 3", "{}[[]] = 1", "del {1}[0]", "int[0] = 1", "del int[0]", "frozenset()[0] = 1", "memoryview(b'a')[0] = 1", "bytearray(b'a')['x'] = 1"):
    import warnings
    warnings.simplefilter("ignore")
    try: exec(source); print(source, "done")
    except Exception as error: print(source, "!", type(error).__name__, error)
