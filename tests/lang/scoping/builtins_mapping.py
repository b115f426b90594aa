# __builtins__ of the globals: a module, a dict, a subclass of dict or any mapping.
import types


def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


class D(dict):
    def __missing__(self, k):
        return 'missing ' + k


t(lambda: eval("len('abc')", {'__builtins__': {'len': lambda x: 'mine'}}))
t(lambda: eval("len('abc')", {'__builtins__': {}}))
t(lambda: exec("class A: pass", {'__builtins__': {}}))
t(lambda: exec("import os", {'__builtins__': {}}))
class B(dict):
    def __getitem__(self, k): print('b', k); return 42
t(lambda: eval("foo", {'__builtins__': B()}))
t(lambda: eval("foo()", {'__builtins__': B()}))
class BM:
    def __getitem__(self, k):
        if k == 'foo': return 43
        raise KeyError(k)
t(lambda: eval("foo", {'__builtins__': BM()}))
t(lambda: eval("bar", {'__builtins__': BM()}))
t(lambda: eval("foo", {'__builtins__': 5}))
t(lambda: exec("class A: pass", {'__builtins__': BM()}))
t(lambda: exec("import foo", {'__builtins__': BM()}))
m=types.ModuleType('bb'); m.foo=44
t(lambda: eval("foo", {'__builtins__': m}))
g={}
exec("def f(): return foo", g); 
t(g['f'])
g['__builtins__']={'foo':1}
t(g['f'])
f2=types.FunctionType(g['f'].__code__, {'__builtins__':{'foo':9}}); t(f2); print(f2.__builtins__)
f3=types.FunctionType(g['f'].__code__, D(foo=5)); t(f3)
f3=types.FunctionType(g['f'].__code__, D()); t(f3)
exec("def f():\n global foo\n foo=3\n del foo\n del foo", g); t(g['f'])
