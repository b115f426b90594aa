# Attributes of generators, coroutines and async generators: names that can be set, code, frames, await and yield-from, type names.
import types, inspect
def g(a):
    x = yield a
    yield x
async def co():
    await other()
@types.coroutine
def other():
    yield "waits"
async def ag():
    yield 1
    yield 2
def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
gen, cor, agen = g(1), co(), ag()
for obj, prefix in ((gen, "gi_"), (cor, "cr_"), (agen, "ag_")):
    names = [n for n in dir(obj) if n.startswith(prefix)]
    print(type(obj).__name__, names, obj.__name__, obj.__qualname__, type(obj).__mro__[1].__name__)
    for name in names:
        if name not in (prefix + "code", prefix + "frame"):
            show(lambda: (name, getattr(obj, name)))
        show(lambda: (name, setattr(obj, name, 1)))
    for name, value in (("__name__", "renamed"), ("__name__", 3), ("__qualname__", "q.r"), ("__qualname__", None), ("anything", 1)):
        show(lambda: (name, setattr(obj, name, value)))
    show(lambda: delattr(obj, "__name__"))
    print(repr(obj).split(" at ")[0], getattr(obj, prefix + "code").co_name)
print(inspect.getgeneratorstate(gen), next(gen), inspect.getgeneratorstate(gen), inspect.getgeneratorlocals(gen), gen.send("sent"), inspect.getgeneratorlocals(gen))
print(gen.gi_frame.f_lineno - gen.gi_code.co_firstlineno, gen.gi_frame.f_back, gen.gi_frame.f_code is gen.gi_code)
print(next(gen, "end"), inspect.getgeneratorstate(gen), gen.gi_frame, gen.gi_running, gen.gi_suspended)
print(inspect.getcoroutinestate(cor), cor.send(None), inspect.getcoroutinestate(cor), cor.cr_await.__name__, cor.cr_suspended)
show(lambda: cor.send(None))
print(inspect.getcoroutinestate(cor), cor.cr_frame, cor.cr_await)
show(lambda: cor.send(None))
show(lambda: iter(co))
c = co()
show(lambda: iter(c))
show(lambda: next(c))
show(lambda: list(c))
w = c.__await__()
print(type(w).__name__, w.send(None), hasattr(w, "__next__"))
w.close()
print(inspect.getcoroutinestate(c))
step = agen.asend(None)
print(type(step).__name__, type(agen.athrow(ValueError)).__name__, type(agen.aclose()).__name__)
try:
    step.send(None)
except StopIteration as stop:
    print("first", stop.value, agen.ag_suspended, agen.ag_running)
show(lambda: step.send(None))
show(lambda: iter(agen))
closing = agen.aclose()
show(lambda: closing.send(None))
print(agen.ag_frame, types.GeneratorType.__name__, types.CoroutineType.__name__, types.AsyncGeneratorType.__name__)
lam = lambda: (yield)
print(type(lam()).__name__, lam().__name__, (x for x in "a").__name__, (x for x in "a").__qualname__)
class K:
    def m(self): yield
    @classmethod
    def c(cls): yield
print(K().m().__qualname__, K.c().__qualname__)
