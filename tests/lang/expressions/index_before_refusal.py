# An index too large for any sequence is found before the type is found to let nothing be changed.
def attempt(code):
    names = {}
    try:
        exec(code, names)
        print(code, "=>", names.get("r"))
    except Exception as error:
        print(code, "=>", type(error).__name__, error)


for value in ("()", "''", "b''", "range(3)", "frozenset()", "{1}", "5", "1.5", "None", "slice(1)", "object()", "int"):
    for key in ("0", "10**20", "'a'", "slice(1)"):
        attempt(f"{value}[{key}] = 1")
        attempt(f"del {value}[{key}]")

# In place, the right operand repeats only for what is no sequence itself.
for left in ("{}", "set()", "frozenset()", "range(2)", "3", "None", "2.5", "'a'", "[1]", "memoryview(b'a')"):
    for right in ("(1, 2)", "'ab'", "2", "True"):
        attempt(f"r = {left}; r *= {right}")
        attempt(f"r = {left} * {right}")

# A search looks at its bounds before it looks at what it searches for.
for name in ("find", "rfind", "index", "rindex", "count"):
    attempt(f"r = 'abc'.{name}(1, 'x')")
    attempt(f"r = 'abc'.{name}('b', None, 2)")
    attempt(f"r = 'abc'.{name}(b'b', 0)")

# An empty dict does not ask for a hash.
attempt("{}.pop([])")
attempt("r = {}.pop([], 3)")
attempt("{1: 2}.pop([])")
for code in "diuxoc":
    attempt(f"b'%{code}' % ([],)")
    attempt(f"'%{code}' % ([],)")
