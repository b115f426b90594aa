# The locals of exec() and eval() may be any mapping; each name is asked for and set through it.
def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


class M:
    def __init__(self, **k): self.d = dict(k); self.log=[]
    def __getitem__(self, k): self.log.append(('get',k)); return self.d[k]
    def __setitem__(self, k, v): self.log.append(('set',k)); self.d[k]=v
    def __delitem__(self, k): self.log.append(('del',k)); del self.d[k]
    def keys(self): return self.d.keys()
m = M(a=1)
exec("b = a + 1\nprint(b, len('x'))\ndel b", {}, m); print(m.log)
m = M(a=1); t(lambda: exec("class C:\n  x=a\nprint(C.x)", {}, m))
m = M(); t(lambda: exec("del zz", {}, m))
m = M(); t(lambda: exec("zz", {}, m))
m = M(); t(lambda: eval("[x for x in (a, b)]", {'b':1}, M(a=2)))
t(lambda: exec("import os as a\nfrom os import path as q", {}, m)); print(sorted(m.d))
t(lambda: exec("x: int = 1", {}, m)); print(sorted(m.d), m.log[-3:])
t(lambda: exec("from os.path import *", {}, m)); print('join' in m.d)
class D(dict):
    def __missing__(self, k): return 'missing '+k
    def __getitem__(self, k): print('getitem', k); return super().__getitem__(k)
t(lambda: eval("spam", D()))
t(lambda: eval("spam", {}, D()))
t(lambda: eval("(lambda: spam)()", D(a=1)))
t(lambda: eval("a", M(a=1)))
t(lambda: eval("a", 1))
t(lambda: eval("a", {}, 1))
t(lambda: exec("a", [], {}))
