# Generators as coroutines: running averages, a parser fed by send, trampolines, subgenerators that return, and generator-based contexts.
def averager():
    total, count, average = 0, 0, None
    while True:
        try: value = yield average
        except ZeroDivisionError: total = count = 0; average = None; continue
        if value is None: return total, count
        total += value; count += 1; average = total / count
a = averager(); next(a)
print([a.send(v) for v in (10, 20, 60)], a.throw(ZeroDivisionError), a.send(4))
try: a.send(None)
except StopIteration as stop: print("returned", stop.value)
def tokenizer(emit):
    word, number = "", ""
    while True:
        c = yield
        if c.isdigit(): number += c; continue
        if number: emit(("number", int(number))); number = ""
        if c.isalpha(): word += c; continue
        if word: emit(("word", word)); word = ""
        if c == "\0": return "parsed"
        if not c.isspace(): emit(("symbol", c))
out = []
t = tokenizer(out.append); next(t)
try:
    for c in "x1 = 42 + foo(7);\0": t.send(c)
except StopIteration as stop: print(stop.value, out)
def trampoline(generator):
    stack, value, error = [generator], None, None
    while stack:
        try:
            result = stack[-1].throw(error) if error else stack[-1].send(value)
            value = error = None
            if hasattr(result, "send"): stack.append(result)
            else: value = result
        except StopIteration as stop: stack.pop(); value, error = stop.value, None
        except Exception as caught: stack.pop(); value, error = None, caught
    if error: raise error
    return value
def factorial(n): return 1 if n == 0 else n * (yield factorial(n - 1)) if (yield n) or True else None
def fib(n):
    if n < 2: return n
    a = yield fib(n - 1)
    b = yield fib(n - 2)
    return a + b
def deep(n):
    if n == 0: return 0
    return 1 + (yield deep(n - 1))
def fails(n):
    if n == 0: raise LookupError("bottom")
    try: yield fails(n - 1)
    except LookupError as error: raise KeyError(n) from error
print(trampoline(fib(12)), trampoline(deep(2000)))
try: trampoline(fails(3))
except KeyError as error:
    chain = []
    while error: chain.append(repr(error)); error = error.__cause__
    print(chain)
def flatten(tree):
    for item in tree:
        if isinstance(item, list): yield from flatten(item)
        else: yield item
print(list(flatten([1, [2, [3, [4]], []], 5])), sum(flatten([[i] * i for i in range(20)])))
def interleave(*its):
    its = [iter(i) for i in its]
    while its:
        for it in its[:]:
            try: yield next(it)
            except StopIteration: its.remove(it)
print("".join(interleave("abc", "12345", "", "xy")))
def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found if p * p <= n): found.append(n); reset = yield n; n = 1 if reset else n; found = [] if reset else found
        n += 1
p = primes(); print([next(p) for _ in range(12)], p.send(True), [next(p) for _ in range(3)])
def windows(it, n):
    window = []
    for x in it:
        window.append(x)
        if len(window) == n: yield tuple(window); del window[0]
print(list(windows(range(6), 3)), list(windows("ab", 3)))
