# f-strings: conversions, format specs, nesting, debugging, quotes and escapes.
name, value, width = "Ann", 3.14159, 10
print(f"{name} {value:.2f} {value:{width}.3f}| {name!r} {name!s:>6} {'é'!a}")
print(f"{value = } {value=:.1f} {name = !s} { 1 + 1 = }")
print(f"{{literal}} {'nested ' + f'{name}'} {"same quotes"} {name + "\n"!r}")
print(f"{[x for x in range(3)]} {(lambda: 5)()} {({'a': 1})['a']} {name if value > 3 else 'no'}")
print(f"{value:{'>'}{width}} {value:{width}.{2 + 1}} {5:#x} {255:08b} {1234567:,} {0.5:%}")
print(f'{name:*^9}' f"{1}" "plain" f'''{
    value
    :.1f}''')
print(f"{'a' if True else 'b':>3} {not True} {1 if 0 else 2} {1 < 2} {name!r:^10}")
print(rf"\n{1}\t", f"\x41{1}\u00e9", f"{'\x41'}", f"{1}{2}{3}", f"")
print(f"{None} {True} {[]} {...} {1j} {b'x'}")
for bad in ("f'{1:q}'", "f'{\"a\":d}'", "f'{[]:5}'", "f'{missing}'"):
    try:
        eval(bad)
    except (ValueError, TypeError, NameError) as error:
        print(type(error).__name__, error)


class F:
    def __format__(self, spec):
        return f"spec({spec})"


print(f"{F()} {F():a{1}b} {F()!s:.0}" == f"spec() spec(a1b) ")
x = 5
print(f"{(y := x + 1)} {y} {x:=+5}")
