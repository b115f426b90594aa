# Many parameters and arguments: more than 255, spread from lists and dicts.
names = [f"a{i}" for i in range(300)]
space = {}
exec(f"def f({', '.join(names)}): return a0 + a299 + len(locals())", space)
exec(f"def g({', '.join(n + '=' + str(i) for i, n in enumerate(names))}): return a0, a150, a299", space)
exec(f"r = f({', '.join(map(str, range(300)))})", space)
print(space["r"], space["f"](*range(300)), space["g"](), space["g"](a150=-1), space["g"](*range(5), **{"a299": "x"}))


def total(*args, **kwargs):
    return len(args), len(kwargs), sum(args), sum(kwargs.values())


print(total(*range(1000), **{f"k{i}": i for i in range(500)}))
print(eval("[" + ",".join(map(str, range(1000))) + "][999]"), eval("+".join(["1"] * 500)), len(eval("{" + ",".join(f"{i}:{i}" for i in range(600)) + "}")))
code = "x = 0\n" + "".join(f"if x == {i}: x += 1\n" for i in range(400))
exec(code, space)
print(space["x"])
nested = "lambda: " * 50 + "7"
value = eval(nested)
while callable(value):
    value = value()
print(value, eval("(" * 80 + "1" + ")" * 80), eval("[" * 50 + "]" * 50) != [])
big = {"y": 0}
exec("def long():\n  t = 0\n" + "".join(f"  v{i} = {i}\n  t += v{i}\n" for i in range(700)) + "  return t", big)
print(big["long"]())
