# f-strings of 3.12: quotes and newlines inside, nesting, `=`, conversions, specs with fields, backslashes, lambdas, errors.
import datetime
name, n, width = "World", 3.14159, 10
d = {"key": "value", 'it"s': 1}
print(f"{d["key"]} {d['it"s']} {f"{f"{f"deep {n:.2f}"}"}"} {'\n'.join(["a", "b"])!r}")
print(f"{n=} {n = } {n=:.2f} {n=!r:>10} {n = !s} {name=} {name=!s} {1+1=} { n  +  1 =:.1f}")
print(f"{name!r:>{width}}|{name:{'<'}{width}}|{n:{width}.{2}f}|{n:{f"{width}.1f"}}|{name:*^{width + 3}}")
print(f"{{}} {{{n:.1f}}} {{{{}}}} }}{{", f"{'{'}{'}'}", f"{ {1: 2}[1] }", f"{(lambda x: x * 2)(3)}", f"{'a' if n > 3 else 'b'}", f"{n!=3}", f"{n==3}", f"{(x := 5)} {x}", f"{x:=5}|{x:=+5}")
print(f'''{
    n  # a comment
    :.1f}''', f"{'a' 'b'}", f"{"x" * 3}", f"{1,}", f"{1, 2}", f"{*[1, 2], 3}", f"{[i for i in range(3)]}", rf"\d{n:.0f}\{name}", f"\N{DIGIT ONE}\x41\u00e9{'\u00e9'}", fr"{'\n'!r}")
print(f"{datetime.date(2024, 2, 29):%Y/%m/%d} {datetime.date(2024, 2, 29):%A %{'d'}}", "%s" f"{n:.1f}" " {n}" % 5)
class F:
    def __format__(self, spec): return f"<{spec}>"
    def __repr__(self): return "F()"
    def __str__(self): return "str F"
print(f"{F()} {F():a b c} {F()!r} {F()!s:>8} {F()!a} {F():{F()}} {F()=} {F()=:x} {F():}")
class BadFormat:
    def __format__(self, spec): return 3
class Raises:
    def __format__(self, spec): raise LookupError(spec)
for value, spec in ((BadFormat(), ""), (Raises(), "s"), (None, "d"), ([], ">5"), (3, "s"), ("a", "d"), (3.5, "d"), (object(), "x"), ("a", "=5"), (1, ".2d"), ({}, "")):
    try: print(f"{value:{spec}}")
    except Exception as error: print(type(error).__name__, error)
for source in ("f'{}'", "f'{ }'", "f'{a b}'", "f'{a!x}'", "f'{a!}'", "f'{a!r }'", "f'{a! r}'", "f'{'", "f'}'", "f'{a'", "f'{a:{b}'", "f'{a:{b:{c:{d}}}}'", "f'{lambda x: 1}'", "f'{*a}'", "f'{**a}'", "f'{yield}'", "f'{a = b}'", "f'{=}'", "f'{!r}'", "f'{:x}'", "f'{a:}}'", "f'{a}}'", "f'{\\}'", "f'{a # c}'", "f'''{a # c\n}'''", "f'{a;b}'", "f'{print(1)'", "f'{a[}'", "f'{a)}'", "f\"{a", "f'{a:\n}'", "f'{1if 1else 2}'", "f'{import x}'", "f'{a := 1}'", "f'{not}'", "bf'{a}'", "uf'a'", "f'' b''", "f'{x' 'y}'"):
    try: compile(source, "<s>", "eval"); print(ascii(source), "fine")
    except SyntaxError as error: print(ascii(source), "|", error.msg)
