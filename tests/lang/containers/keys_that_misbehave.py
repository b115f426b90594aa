# Dicts and sets whose keys change them, raise, or lie about equality while being compared.
class Key:
    def __init__(self, name, hash_value=1, action=None):
        self.name, self.hash_value, self.action = name, hash_value, action

    def __hash__(self):
        return self.hash_value

    def __eq__(self, other):
        log.append(f"{self.name}=={getattr(other, 'name', other)}")
        if self.action:
            return self.action(other)
        return NotImplemented

    def __repr__(self):
        return self.name


log = []
a, b, c = Key("a"), Key("b"), Key("c")
table = {a: 1, b: 2}
print(log, table)
log.clear()
print(table.get(c), log)
log.clear()
print(a in table, log, b in table, log)


def boom(other):
    raise ValueError("no comparison")


log.clear()
bad = Key("bad", 1, boom)
for name, function in [("get", lambda: table.get(bad)), ("set", lambda: table.__setitem__(bad, 1)), ("in", lambda: bad in table), ("pop", lambda: table.pop(bad, 0)), ("set add", lambda: {a} | {bad}), ("equal", lambda: {a: 1} == {bad: 1}), ("index", lambda: [a].index(bad)), ("count", lambda: [bad].count(a)), ("list ==", lambda: [bad] == [a]), ("list in", lambda: bad in [a]), ("same list", lambda: [bad] == [bad]), ("same in", lambda: bad in [bad])]:
    try:
        print(name, function())
    except ValueError as error:
        print(name, error)
print(table)


def clears(other):
    victim.clear()
    return False


victim = {Key("v1"): 1, Key("v2"): 2}
print(victim.get(Key("clearing", 1, clears)), victim)
victim = {Key("v1"): 1}
victim[Key("clearing", 1, clears)] = "stored"
print(victim)


def grows(other):
    for n in range(20):
        victim[n + 100] = n
    return True


victim = {Key("v1"): 1}
victim[Key("growing", 1, grows)] = "replaced"
print(len(victim), list(victim.items())[:2])
always = Key("always", 1, lambda other: True)
print({a: 1, always: 2}, {always: 1, a: 2}, {a, always, b}, [a, b].index(always), always in [1, 2], [1].count(always))
for text in ("{[]: 1}", "{{}}", "{1: 2}[[]]", "{}.get({})", "[] in {1}", "{1}.discard([])", "{1}.add({2})", "{{1}: 1}", "set([[]])", "dict([([], 1)])", "frozenset({1}) in {frozenset({1}): 0}", "{1} in {frozenset({1})}", "{frozenset({1})}.remove({2})", "hash((1, []))", "{slice(1): 1}", "{1: 1}.pop([])", "{}.setdefault([], 1)", "{1}.remove([2])"):
    try:
        print(text, eval(text))
    except Exception as error:
        print(text, type(error).__name__, error)
