# Awaitables, async for, async with, asend, athrow and their misuse.
def run(c):
    out = []
    try:
        v = None
        while True:
            out.append(c.send(v)); v = len(out)
    except StopIteration as e:
        return out, e.value
class Aw:
    def __init__(self, n): self.n = n
    def __await__(self):
        r = yield ("aw", self.n)
        return (self.n, r)
async def a(): return await Aw(1)
async def b():
    x = await a()
    y = await Aw(2)
    return x, y
print(run(b()))
async def ag(n):
    try:
        for i in range(n):
            await Aw(i)
            r = yield i
            if r: print("ag got", r)
    finally:
        print("ag fin")
async def c():
    res = []
    async for x in ag(3): res.append(x)
    res.append([y async for y in ag(2)])
    res.append({y: await a() async for y in ag(1)})
    g = ag(5)
    print(await g.__anext__(), await g.asend("hi"))
    await g.aclose()
    try: await g.__anext__()
    except StopAsyncIteration: print("SAI")
    return res
print(run(c()))
class ACM:
    async def __aenter__(self): await Aw("enter"); return self
    async def __aexit__(self, *a): await Aw("exit"); print("aexit", a[0]); return True
async def d():
    async with ACM() as m:
        raise ValueError("in")
    async with ACM(): pass
    return "ok"
print(run(d()))
async def e():
    g = ag(3)
    await g.__anext__()
    try: await g.athrow(KeyError("k"))
    except KeyError as k: print("athrow out", k)
print(run(e()))
async def bad1(): await 5
async def bad2():
    async for x in 5: pass
async def bad3():
    async with 5: pass
class NoAnext:
    def __aiter__(self): return self
async def bad4():
    async for x in NoAnext(): pass
class BadAnext:
    def __aiter__(self): return self
    def __anext__(self): return 5
async def bad5():
    async for x in BadAnext(): pass
class AI:
    def __init__(self): self.i = 0
    def __aiter__(self): return self
    async def __anext__(self):
        self.i += 1
        if self.i > 3: raise StopAsyncIteration
        return self.i
async def good():
    return [x async for x in AI()]
print(run(good()))
for f in (bad1, bad2, bad3, bad4, bad5):
    try: run(f())
    except TypeError as ex: print(ex, repr(ex.__cause__))
co = a()
try:
    co.send(1)
except TypeError as ex: print(ex)
co.send(None); 
try:
    co.throw(ValueError("into"))
except ValueError as ex: print(ex)
try: co.send(None)
except RuntimeError as ex: print(ex)
co = a(); co.close()
try: run(co)
except RuntimeError as ex: print(ex)
async def awtwice():
    c = a()
    await c
    try: await c
    except RuntimeError as ex: print(ex)
print(run(awtwice()))
kept = a()
def plain():
    yield from kept
try: next(plain())
except TypeError as ex: print(ex)
kept.close()
async def stop(): raise StopIteration(3)
try: run(stop())
except RuntimeError as ex: print(ex, repr(ex.__cause__))
async def stopag():
    yield 1
    raise StopAsyncIteration
async def useag():
    try:
        async for x in stopag(): print(x)
    except RuntimeError as ex: print(ex)
run(useag())
co = a(); print(type(co), co.cr_running, co.cr_await, co.cr_code.co_name, co.cr_origin, co.__name__); co.send(None); print(co.cr_await is not None, co.cr_suspended); co.close()
w = a().__await__(); print(type(w)); print(next(w))
try: w.send(9)
except StopIteration as ex: print(ex.value)
async def agen2():
    x = yield 1
    print("x", x)
async def t2():
    g = agen2()
    s = g.asend(None)
    print(await s)
    try: await s
    except RuntimeError as ex: print(ex)
    print(g.ag_running, g.ag_frame is None)
    try: await g.asend(5)
    except StopAsyncIteration: print("end")
    print(g.ag_frame)
run(t2())
async def ctxmgr_exc():
    try:
        async with ACM2(): raise ValueError("orig")
    except KeyError as k: print(repr(k), repr(k.__context__))
class ACM2:
    async def __aenter__(self): return 1
    async def __aexit__(self, *a): raise KeyError("repl")
run(ctxmgr_exc())
