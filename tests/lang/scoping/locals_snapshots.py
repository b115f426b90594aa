# locals() in functions, classes, modules, comprehensions and generators: a snapshot that writes do not reach, which names are in it.
def names(mapping):
    return sorted(k for k in mapping if not k.startswith("_"))
def function(a, b=2):
    first = locals()
    c = 3
    print(names(first))
    second = locals()
    print(first is second, names(first))
    first["a"] = "changed"
    print(a, locals()["a"])
    del b
    print(names(locals()))
    def inner():
        return a, names(locals())
    print(inner())
    free = 1
    def uses():
        nonlocal free
        free += 1
        return locals()
    print(uses())
    print([names(locals()) for i in range(1)], [sorted(locals()) for i in range(1)][0])
    print(eval("a"), eval("c + 1"), eval("[c for _ in range(2)]") if False else None)
    exec("c = 'exec'; fresh = 1")
    print(c, "fresh" in locals())
    for loop in range(2):
        pass
    with_walrus = [w := i for i in range(3)]
    print(names(locals()))
    try:
        raise KeyError
    except KeyError as e:
        print("e" in locals())
    print("e" in locals())
function(1)
class Body:
    x = 1
    locals()["y"] = 2
    print(y, names(locals()))
print(Body.y, globals() is locals())
locals()["made"] = "by locals()"
print(made)
def generator():
    a = 1
    yield locals()
    b = 2
    yield locals()
g = generator()
one = next(g)
two = next(g)
print(one is two, names(two), g.gi_frame.f_locals is two)
print((lambda p, q=1: locals())(0), (lambda: locals())())
def star(*args, k, **kw):
    return locals()
print(star(1, 2, k=3, z=4))
def vars_and_dir(a):
    b = a
    return vars() == locals(), dir()
print(vars_and_dir(1))
def cells(a):
    def inner(): return a
    print(names(locals()))
    del a
    print(names(locals()))
    try:
        inner()
    except NameError as error:
        print(error)
cells(1)
