/**
 * Programs over what objects do in time: containers that change, buffers, exceptions on their way, generators, classes and
 * calls put together at random. Each ends by itself: loops run over short ranges, and what grows is watched.
 */
import type { Random } from "./random.ts";
import { anyValue, value } from "./type-values.ts";

const position = (random: Random): string =>
  random.pick(["0", "1", "-1", "2", "5", "-9", "None", "10**20", "Ix(1)", "I(1)", "True", "1.0", "'a'", "Bad()"]);
const part = (random: Random): string =>
  random.below(3) === 0
    ? position(random)
    : `${random.pick(["", position(random)])}:${random.pick(["", position(random)])}${random.pick(["", "", `:${random.pick(["2", "-1", "-2", "0", "Ix(2)", "10**20", "-(10**20)"])}`])}`;

const CHANGES: Readonly<Record<string, (random: Random) => string>> = {
  list: (random) =>
    random.pick([
      `x.append(${anyValue(random)})`,
      `x.extend(${anyValue(random)})`,
      `x.insert(${position(random)}, 7)`,
      `x.pop(${position(random)})`,
      `x.remove(${anyValue(random)})`,
      "x.reverse()",
      `x.sort(${random.pick(["", "key=str", "key=repr, reverse=True", "reverse=Ix(0)", "key=lambda q: x.append(1)", "key=None"])})`,
      `x[${part(random)}] = ${anyValue(random)}`,
      `del x[${part(random)}]`,
      `y = x[${part(random)}]`,
      "x *= 2",
      `x += ${anyValue(random)}`,
      `y = x.index(${anyValue(random)}, ${random.pick(["0", "-1", "Ix(0)"])})`,
      "for y in x:\n    x.pop()",
      "x = x[:3]",
      "y = x < [1, 2], x == list(x), x.count(1), 1 in x",
    ]),
  dict: (random) =>
    random.pick([
      `x[${anyValue(random)}] = ${anyValue(random)}`,
      `del x[${anyValue(random)}]`,
      `y = x[${anyValue(random)}]`,
      `x.update(${anyValue(random)})`,
      `x.update(${random.pick(["a=1", "[(1, 2)]", "[(1, 2, 3)]", "['ab', 'c']", "{1.0: 'one'}", "x"])})`,
      `y = x.pop(${anyValue(random)}, ${anyValue(random)})`,
      "y = x.popitem()",
      `y = x.setdefault(${anyValue(random)}, 9)`,
      `x |= ${anyValue(random)}`,
      `y = x | ${anyValue(random)}`,
      "for y in x:\n    x[y] = 1\n    x.pop(1, 0)",
      "for y in x:\n    x[len(x) + 50] = 1",
      `y = x.keys() ${random.pick(["&", "|", "-", "^", "<", ">=", "=="])} ${anyValue(random)}`,
      `y = x.items() ${random.pick(["&", "|", "-", "^", "<", ">="])} ${anyValue(random)}`,
      "y = list(reversed(x)), list(x.values())",
      `x = dict(${anyValue(random)})`,
      `x = dict.fromkeys(${anyValue(random)}, 0)`,
    ]),
  set: (random) =>
    random.pick([
      `x.${random.pick(["add", "discard", "remove", "update", "intersection_update", "difference_update", "symmetric_difference_update"])}(${anyValue(random)})`,
      `x ${random.pick(["|=", "&=", "-=", "^="])} ${random.pick([anyValue(random), "{1, 'a'}", "frozenset([2])"])}`,
      `y = x ${random.pick(["|", "&", "-", "^", "<", "<=", ">", "==", "!="])} ${random.pick([anyValue(random), "{1, 'a'}", "{1: 2}.keys()"])}`,
      `y = x.${random.pick(["union", "intersection", "difference", "symmetric_difference", "isdisjoint", "issubset", "issuperset"])}(${random.pick([anyValue(random), "[1, [2]]", "(1, 'a')"])})`,
      "for y in x:\n    y = x.add(len(x) + 90)",
      "y = x.pop() if len(x) == 1 else len(x)",
      `y = ${anyValue(random)} in x`,
    ]),
  bytearray: (random) =>
    random.pick([
      `x[${part(random)}] = ${random.pick(["65", "256", "-1", "b'xyz'", "[1, 2]", "x", "5j", "b''", "memoryview(b'pq')", "Ix(66)", anyValue(random)])}`,
      `del x[${part(random)}]`,
      `y = x[${part(random)}]`,
      `x.${random.pick(["append", "extend", "remove"])}(${random.pick(["65", "b'q'", "[1, 2]", "300", anyValue(random)])})`,
      `x.insert(${position(random)}, ${random.pick(["65", "-1", "'a'"])})`,
      `y = x.pop(${position(random)})`,
      "z = memoryview(x); x.append(1)",
      "z = None",
      `x ${random.pick(["+=", "*=", "%="])} ${random.pick(["b'a'", "2", "0", "[1]", anyValue(random)])}`,
    ]),
};

/** A container, and changes of it one after the other. */
function containers(random: Random): string {
  const type = random.pick(Object.keys(CHANGES));
  const change = CHANGES[type] as (random: Random) => string;
  const lines = random.some(2, 6, () => {
    const line = change(random);
    return random.below(2) === 0
      ? line
      : `try:\n    ${line.replace(/\n/g, "\n    ")}\nexcept Exception as e:\n    r.append(repr(e))`;
  });
  return `r = []\nx = ${value(random, type)}\n${lines.join("\n")}\n`;
}

/** Views of buffers: casts, slices, assignments. */
function buffers(random: Random): string {
  const size = random.pick(["12", "8", "24", "0"]);
  const format = (): string => random.pick([..."bBcHhiIqQfd?", "@i", "<i", "l2"]);
  const shape = random.pick([
    "",
    "",
    ", [2, 3]",
    ", (3, 4)",
    ", [2, 2, 3]",
    ", [0]",
    ", []",
    ", [1, -1]",
    ", [12]",
    ", 5",
  ]);
  const index = random.pick([part(random), part(random), "0, 1", "1, -1", "(1,)", "0, 0, 0", "...", "1, :", ":, 1"]);
  const start = `y = bytearray(range(65, 65 + ${size}))\nx = memoryview(${random.pick(["y", "bytes(y)", "y"])})\n`;
  const lines = random.some(1, 4, () =>
    random.pick([
      `x = x.cast('${format()}'${shape})`,
      `x = x[${part(random)}]`,
      `r = x[${index}]`,
      `x[${index}] = ${random.pick(["1", "300", "-1", "b'A'", "b'AB'", "1.5", "True", "x[::-1]", "x", "memoryview(b'abc')", "'a'", "Ix(67)", anyValue(random)])}`,
      "r = x.tolist(), x.shape, x.strides, x.format, x.itemsize, x.ndim, x.nbytes",
      `r = x.tobytes(${random.pick(["", "'C'", "'F'", "'A'", "None", "'z'"])}), x.c_contiguous, x.f_contiguous, x.contiguous`,
      `r = x == ${random.pick(["y", "x[::1]", "x.cast('B')", "b'AB'", "memoryview(b'ABC')", "[65]"])}`,
      "r = x.hex(), len(x), x.readonly",
      "r = x.hex(':', 2)",
      "r = list(x), list(reversed(x))",
      "r = hash(x) == hash(x.tobytes())",
      "r = 65 in x, b'A' in x",
      "x.release()",
      "y.append(3)",
      "r = x.toreadonly()[0]",
      "del x[0]",
    ]),
  );
  return `${start}${lines.join("\n")}\nx = None\n`;
}

const ERRORS =
  "ValueError|TypeError|KeyError|OSError|StopIteration|SystemExit|ImportError|AttributeError|NameError|SyntaxError|IndentationError|UnicodeDecodeError|UnicodeEncodeError|UnicodeTranslateError|BaseException|ExceptionGroup|BaseExceptionGroup|FileNotFoundError|BlockingIOError|Warning|StopAsyncIteration|KeyboardInterrupt|RecursionError|AssertionError".split(
    "|",
  );
const EXCEPTION_FIELDS =
  "args|errno|strerror|filename|filename2|characters_written|value|code|name|path|obj|msg|lineno|offset|text|end_lineno|print_file_and_line|encoding|object|start|end|reason|message|exceptions|__cause__|__context__|__traceback__|__suppress_context__|__notes__|__dict__".split(
    "|",
  );
const errorArgument = (random: Random): string =>
  random.pick([
    anyValue(random),
    "'m'",
    "2",
    "'g', [ValueError(1), KeyError('k')]",
    "'g', [ExceptionGroup('h', [OSError(1)]), TypeError()]",
    "'g', [KeyboardInterrupt()]",
    "'g', []",
    "'utf-8', b'abc', 1, 2, 'why'",
    "'ascii', 'ab\\ud800', 2, 3, 'why'",
    "'a\\U0001f600', 1, 9, 'why'",
    "'m', ('f', 1, 2, 'text')",
    "'m', ('f', 1, 2, 'text', 1, 9)",
    "500, 'no such', 'file'",
    "500, 'again', 5",
    "500, 'm', 'f', 0, 'g'",
    "'m', name='n'",
    "'m', name='n', path='p'",
    "'m', name='n', obj=x",
    "",
  ]);

/** An exception made at random, and what is asked of it. */
function exceptions(random: Random): string {
  const make = (): string => `${random.pick(ERRORS)}(${errorArgument(random)})`;
  const field = (): string => random.pick(EXCEPTION_FIELDS);
  const lines = random.some(1, 3, () =>
    random.pick([
      `r = x.${field()}`,
      `x.${field()} = ${random.pick([anyValue(random), "'s'", "3", "None", "y", "x"])}`,
      `del x.${field()}`,
      "r = str(x), repr(x)",
      "r = x.__reduce__()",
      `x.add_note(${anyValue(random)})`,
      `r = x.split(${random.pick(["ValueError", "(OSError, KeyError)", "lambda e: True", "lambda e: 0", "5", "ExceptionGroup"])})`,
      `r = x.subgroup(${random.pick(["ValueError", "(OSError, TypeError)", "lambda e: 'h' in str(e)", "'a'"])})`,
      `r = x.derive(${random.pick(["[ValueError(2)]", "[]", "[1]", "5"])})`,
      `x.__init__(${errorArgument(random)})`,
      `r = x.with_traceback(${random.pick(["None", "5"])}) is x`,
      `r = x.__setstate__(${anyValue(random)})`,
      `import traceback\nr = traceback.format_exception_only(x)`,
      `raise x from ${random.pick(["y", "None", "5", "ValueError", "x"])}`,
      "import copy\nr = copy.copy(x)",
    ]),
  );
  return `x = ValueError(0)\ny = ${make()}\nx = ${make()}\n${lines.join("\n")}\n`;
}

const CAUGHT = [
  "ValueError",
  "(KeyError, OSError)",
  "Exception",
  "ZeroDivisionError",
  "5",
  "BaseException as e",
  "TypeError as e",
];

/** Lines of a body: control flow at random, with a log in `r`. */
function body(random: Random, depth: number, statements: readonly string[]): string[] {
  return random.some(1, 3, () => block(random, depth, statements)).flat();
}

function block(random: Random, depth: number, statements: readonly string[]): string[] {
  const inner = (): string[] => body(random, depth - 1, statements).map((line) => `    ${line}`);
  if (depth === 0 || random.below(3) === 0) return [random.pick(statements)];
  switch (random.below(6)) {
    case 0:
      return ["try:", ...inner(), `except${random.below(5) === 0 ? "*" : ""} ${random.pick(CAUGHT)}:`, ...inner()];
    case 1:
      return ["try:", ...inner(), "finally:", ...inner()];
    case 2:
      return [
        `for i in range(${random.below(3)}):`,
        ...inner(),
        ...(random.below(2) === 0 ? ["else:", ...inner()] : []),
      ];
    case 3:
      return [`with C(${random.pick(["0", "1", "2", "3"])})${random.pick(["", " as y"])}:`, ...inner()];
    case 4:
      return [
        "try:",
        ...inner(),
        `except ${random.pick(CAUGHT)}:`,
        ...inner(),
        "else:",
        ...inner(),
        "finally:",
        ...inner(),
      ];
    default:
      return [`if len(r) % ${2 + random.below(2)}:`, ...inner(), "else:", ...inner()];
  }
}

const MANAGER = `class C:
    def __init__(self, kind):
        self.kind = kind
    def __enter__(self):
        r.append(f'in{self.kind}')
        return self.kind
    def __exit__(self, kind, error, tb):
        r.append((self.kind, kind and kind.__name__))
        if self.kind == 2:
            raise KeyError('exit')
        return self.kind == 1
`;
const STEPS = [
  "r.append(1)",
  "r.append('s')",
  "raise ValueError('v')",
  "1 / 0",
  "raise",
  "raise KeyError('k') from None",
  "raise ExceptionGroup('g', [ValueError(1), OSError(2)])",
  "r.append(repr(e))",
  "pass",
];

/** try, with, loops and returns nested at random in a function. */
function flow(random: Random): string {
  const lines = body(random, 3, [...STEPS, "return 5", "return len(r)", "del e"]);
  return `r = []\n${MANAGER}def f():\n    e = None\n${lines.map((line) => `    ${line}`).join("\n")}\nx = f()\n`;
}

/** A generator with a random body, driven at random. */
function generators(random: Random): string {
  const kind = random.pick(["def", "def", "async def"]);
  const steps = [
    ...STEPS,
    "y = yield 1",
    "r.append((yield len(r)))",
    "yield",
    ...(kind === "def" ? ["return 7", "yield from (1, 2)", "z = yield from h()"] : ["return", "await w()"]),
  ];
  const lines = body(random, 2, steps);
  const drive =
    kind === "def"
      ? [
          "next(g)",
          "g.send(3)",
          "g.send(None)",
          "g.throw(ValueError('t'))",
          "g.throw(KeyError)",
          "g.throw(GeneratorExit)",
          "g.close()",
          "g.throw(StopIteration(4))",
          "list(zip(g, range(3)))",
          "g.gi_running, g.gi_suspended, g.gi_yieldfrom is None, g.gi_frame is None",
        ]
      : [
          "s(g.__anext__())",
          "s(g.asend(3))",
          "s(g.asend(None))",
          "s(g.athrow(ValueError('t')))",
          "s(g.aclose())",
          "s(g.athrow(GeneratorExit))",
          "g.ag_running, g.ag_frame is None",
        ];
  const calls = random.some(
    2,
    5,
    () => `try:\n    r.append(${random.pick(drive)})\nexcept BaseException as error:\n    r.append(error)`,
  );
  return `r = []\n${MANAGER}def h():\n    try:\n        y = yield 'h'\n        return y\n    finally:\n        r.append('fin')\nasync def w():\n    r.append('w')\ndef s(c):\n    try:\n        while True:\n            c.send(None)\n    except StopIteration as e:\n        return e.value\n${kind} f():\n    e = None\n    if len(r) > 99:\n        yield\n${lines.map((line) => `    ${line}`).join("\n")}\ng = f()\n${calls.join("\n")}\ng = None\n`;
}

const PARAMETERS = ["a", "b", "a=1", "b=2", "/", "*", "*args", "c", "c=3", "**kw", "d=[]"];
const PASSED = [
  "1",
  "2",
  "a=3",
  "b=4",
  "c=5",
  "d=6",
  "*[7, 8]",
  "*()",
  "**{'a': 9}",
  "**{'z': 0}",
  "*y",
  "**y",
  "**{1: 2}",
  "z=1",
  "*None",
  "self=1",
];

/** Parameters and arguments at random; some are syntax errors. */
function calls(random: Random): string {
  const parameters = random.some(0, 4, () => random.pick(PARAMETERS));
  const passed = random.some(0, 4, () => random.pick(PASSED));
  const start = `y = ${random.pick(["[1]", "{'b': 2}", "'ab'", "5", "Miss(c=1)"])}\n`;
  const called = random.pick(["f", "f", "C().f", "C.f", "C", "L", "partial"]);
  if (called === "L")
    return `${start}f = lambda ${parameters.join(", ")}: sorted(locals().items())\nr = f(${passed.join(", ")})\n`;
  if (called === "partial")
    return `${start}from functools import partial\ndef f(${parameters.join(", ")}):\n    return sorted(locals().items())\nr = partial(f, ${random.pick(PASSED)})(${passed.join(", ")})\n`;
  if (called === "f")
    return `${start}def f(${parameters.join(", ")}):\n    return sorted(locals().items())\nr = f(${passed.join(", ")})\n`;
  const name = called === "C" ? random.pick(["__init__", "__new__", "__init_subclass__"]) : "f";
  const use =
    name === "__init_subclass__"
      ? `class E(C${["", ...passed.filter((text) => !/^[*\d]/.test(text))].join(", ")}): pass`
      : `r = ${called}(${passed.join(", ")})`;
  return `${start}class C:\n    def ${name}(${["self", ...parameters].join(", ")}):\n        global r\n        del self\n        r = sorted(locals().items())\n${use}\nr = r if isinstance(r, list) else type(r).__name__\n`;
}

const BASES = [
  "A",
  "P",
  "Q",
  "int",
  "str",
  "list",
  "dict",
  "Exception",
  "OSError",
  "tuple",
  "bytes",
  "type",
  "object",
  "bool",
  "Generic",
  "M",
  "5",
  "A()",
  "Ent()",
];
const MEMBERS = [
  "__slots__ = ('a', 'b')",
  "__slots__ = ()",
  "__slots__ = 'a'",
  "__slots__ = ['__dict__']",
  "__slots__ = ('__weakref__',)",
  "__slots__ = ('a', '1')",
  "__slots__ = 5",
  "a = 1",
  "__hash__ = None",
  "__eq__ = lambda self, other: True",
  "__class_getitem__ = classmethod(lambda cls, k: k)",
  "__init_subclass__ = lambda cls, **kw: r.append(sorted(kw))",
  "__set_name__ = 3",
  "d = Desc()",
  "def __getattr__(self, name): return name",
  "def __len__(self): return -1",
  "def __bool__(self): return 2",
  "def __index__(self): return 'i'",
  "def __call__(self): return 8",
  "def __getitem__(self, k): raise IndexError(k)",
  "def __new__(cls, *args): return 5",
  "def __init__(self, *args): return 5",
  "def __repr__(self): return 5",
  "__class__ = 3",
  "__doc__ = 5",
  "__module__ = 5",
  "__qualname__ = 'Q.C'",
  "__qualname__ = 5",
  "__mro_entries__ = 5",
  "__iter__ = None",
  "__match_args__ = ('a',)",
  "__del__ = 3",
];
const CLASS_USES = [
  "C()",
  "C(1)",
  "C().a",
  "len(C())",
  "bool(C())",
  "[][C()]",
  "C()()",
  "list(C())",
  "C() == 1",
  "hash(C()) and 1",
  "repr(C())",
  "C[1]",
  "C.d",
  "C().d",
  "[c.__name__ for c in C.__mro__]",
  "C.__doc__",
  "C().zz",
  "setattr(C(), 'a', 1)",
  "delattr(C(), 'a')",
  "C.__module__",
  "C.__qualname__",
  "C.__name__",
  "isinstance(C(), A)",
  "type('N', (C,), {})",
  "C.__dictoffset__ > 0",
  "C.__basicsize__ > 0",
  "vars(C())",
  "setattr(C(), '__class__', A)",
  "C.__bases__.__len__()",
  "setattr(C, '__bases__', (P,))",
  "setattr(C, '__name__', 5)",
  "C.__abstractmethods__",
];

/** A class of random bases and members, and one use of it. */
function classes(random: Random): string {
  const bases = random.some(0, 2, () => random.pick(BASES.slice(0, random.pick([5, BASES.length]))));
  const keywords = random.pick([
    "",
    "",
    "",
    "metaclass=M",
    "metaclass=lambda *a, **k: a[0]",
    "k=1",
    "metaclass=5",
    "metaclass=type",
  ]);
  const members = random.some(0, 3, () => random.pick(MEMBERS));
  return `r = []
from typing import Generic
class M(type):
    pass
class Desc:
    def __get__(self, *args): return [a and type(a).__name__ for a in args]
    def __set_name__(self, owner, name): r.append(name)
class Ent:
    def __mro_entries__(self, bases): return (A,) if len(bases) < 2 else 7
class A:
    pass
class P(A):
    __slots__ = 'p'
class Q(A):
    __slots__ = ('q', 'u')
class C(${[...bases, ...(keywords === "" ? [] : [keywords])].join(", ")}):
    pass
${members.map((line) => `    ${line}`).join("\n")}
r = r, ${random.pick(CLASS_USES)}
`;
}

const TARGETS = [
  "a",
  "a, b",
  "a, *b",
  "*a, b",
  "(a, b), c",
  "[a, [b, *c]]",
  "a, *b, c",
  "x[0]",
  "x.q",
  "a, x[1]",
  "*a,",
];
const PATTERNS = [
  "[a, *b]",
  "{'a': b, **a}",
  "int(a) | str(a)",
  "(1, b)",
  "1 | 2 | None",
  "str() as a",
  "[]",
  "-1",
  "I(a)",
  "S(a, b)",
  "{1: _}",
  "[_, [a, *_]]",
  "Exception(args=a)",
  "list([a])",
  "dict(q=a)",
  "float(real=a)",
  "1+2j",
  "[a, b, *c]",
  "{**a}",
  "x.y",
  "bytes(a)",
  "object(a)",
];

/** Targets, patterns and comprehensions over any value. */
function bindings(random: Random): string {
  const start = `x = ${anyValue(random)}\ny = ${anyValue(random)}\n`;
  const show = "r = {k: v for k, v in globals().items() if k in ('a', 'b', 'c')}\n";
  return (
    start +
    random.pick([
      `${random.pick(TARGETS)} = ${random.pick(["x", "y", "x, y", "[x, *y]", "x, [y, 1, 2]"])}\n${show}`,
      `for ${random.pick(TARGETS)} in ${random.pick(["x", "[x, y]", "zip(x, y)", "x, y"])}:\n    pass\n${show}`,
      `match ${random.pick(["x", "y", "[x, y]", "{'a': x, 1: y}"])}:\n    case ${random.pick(PATTERNS)} if ${random.pick(["True", "x", "y"])}:\n        z = 1\n    case ${random.pick(PATTERNS)}:\n        z = 2\n    case _:\n        z = 3\n${show}`,
      `r = [${random.pick(["a", "(a, b)", "a * 2", "[b for b in a]", "(b := a)"])} for ${random.pick(["a", "a, b", "a, *b"])} in ${random.pick(["x", "y", "zip(x, y)", "[x, y]"])}${random.pick(["", " if a", " for c in y", " if a in y"])}]\n`,
      `r = {${random.pick(["a: b", "a: 1", "*x, *y", "**x, 'k': y", "a", "**x, **y"])}${random.pick(["", "", " for a, b in x", " for a in y"])}}\n`,
      `r = [*x, *y], (*y,), {*x}\n`,
      `r = print(x, end='', file=y)\n`,
      `r = x < y < x, x is y, not x, x and y, x or y, x if y else 0\n`,
    ])
  );
}

export const BEHAVIOUR_TOPICS: readonly ((random: Random) => string)[] = [
  containers,
  containers,
  buffers,
  exceptions,
  flow,
  generators,
  calls,
  classes,
  bindings,
];
