# fromkeys, setdefault, get, pop and popitem on dicts and subclasses: one hash per call, defaults, missing keys, errors.
hashes = []
class Key:
    def __init__(self, n):
        self.n = n
    def __hash__(self):
        hashes.append(self.n)
        return self.n
    def __eq__(self, other):
        return isinstance(other, Key) and self.n == other.n
    def __repr__(self):
        return f"K{self.n}"
def show(action):
    hashes.clear()
    try:
        print(action(), hashes)
    except Exception as error:
        print(type(error).__name__, error, hashes)
d = {}
show(lambda: d.setdefault(Key(1)))
show(lambda: d.setdefault(Key(1), 5))
show(lambda: d.setdefault(Key(2), 5))
show(lambda: d.get(Key(3), "none"))
show(lambda: d.get(Key(2)))
show(lambda: d.pop(Key(2)))
show(lambda: d.pop(Key(2), "gone"))
show(lambda: d.pop(Key(2)))
show(lambda: d.popitem())
show(lambda: d.popitem())
show(lambda: d.setdefault([]))
show(lambda: d.get({}))
show(lambda: d.pop(set(), 1))
show(lambda: dict.fromkeys("abca"))
show(lambda: dict.fromkeys([Key(1), Key(2), Key(1)], 0))
show(lambda: dict.fromkeys({Key(4): 1, Key(5): 2}, []))
show(lambda: dict.fromkeys({Key(6)}))
show(lambda: dict.fromkeys(3))
show(lambda: dict.fromkeys())
show(lambda: dict.fromkeys([[]]))
class Sub(dict):
    def __setitem__(self, key, value):
        print("set", key)
        super().__setitem__(key, value)
    def __missing__(self, key):
        return f"missing {key}"
s = Sub.fromkeys("xy", 1)
print(type(s), s, s["zz"], s.get("zz"), "zz" in s, s.setdefault("q", 2), s)
class Factory(dict):
    def __new__(cls):
        return [1]
show(lambda: Factory.fromkeys("a"))
class Ready(dict):
    def __new__(cls):
        return {"ready": True}
show(lambda: Ready.fromkeys("ab"))
class Bad(dict):
    def __missing__(self, key):
        raise LookupError(key)
show(lambda: Bad()["k"])
