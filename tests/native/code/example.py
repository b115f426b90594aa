"""code.InteractiveInterpreter and InteractiveConsole, fed with lines."""
import code
import contextlib
import io
import sys


class Console(code.InteractiveConsole):
    """Reads from a list, writes into a list."""

    def __init__(self, lines, **options):
        super().__init__(**options)
        self.lines = iter(lines)

    def raw_input(self, prompt=""):
        for line in self.lines:
            if isinstance(line, BaseException):
                raise line
            print(prompt + line)
            return line
        raise EOFError

    def write(self, data):
        print(data, end="")


def session(*lines, **options):
    console = Console(lines, locals={"__name__": "__console__"}, filename="<test>")
    console.interact(**options)
    return console


sys.excepthook = sys.__excepthook__
sys.ps1, sys.ps2 = ">>> ", "... "
console = session("x = 1", "x + 1", "for i in range(2):", "    print(i)", "", "def f(a):", "    return a / 0", "", "f(x)", banner="Hello", exitmsg="Bye")
print(sorted(name for name in console.locals if not name.startswith("__")))
session("1 +", "x y", "'abc", "if 1:", "print(2)", "", KeyboardInterrupt(), "(1,", "2)", "raise KeyError('k')", banner="")
session("try:", "    1/0", "except ZeroDivisionError as e:", "    raise ValueError from e", "", banner="", exitmsg="")
interpreter = code.InteractiveInterpreter({"y": 5})
with contextlib.redirect_stderr(io.StringIO()) as errors:
    print(interpreter.runsource("print(y)"), interpreter.runsource("if y:"), interpreter.runsource("y y"))
    print(interpreter.runsource("x = 1\ny = 2", symbol="exec"), interpreter.locals["x"])
    interpreter.runcode(compile("1/0", "<code>", "exec"))
    with contextlib.suppress(SystemExit):
        interpreter.runcode(compile("raise SystemExit(3)", "<code>", "exec"))
print(errors.getvalue())
console = code.InteractiveConsole()
print(console.push("class A:"), console.push("    x = 1"), console.buffer, console.push(""), console.buffer, console.locals["A"].x)
