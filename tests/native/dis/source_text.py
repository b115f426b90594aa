"""dis.dis of source, classes, modules' code, with caches, depth and adaptive code."""
import contextlib
import dis
import io
import re


def shown(action, *args, **kwargs):
    """Print what the action prints, without addresses."""
    with contextlib.redirect_stdout(io.StringIO()) as out:
        action(*args, **kwargs)
    print(re.sub(r" at 0x[0-9a-f]+", "", out.getvalue()), end="")


shown(dis.dis, "a, *b = c\nfor x in b: print(x)\nimport os.path as p\nfrom m import *")
shown(dis.dis, "class C[T](B, k=1):\n  x: T = 1\n  def f(self): return super().f(__class__)")
shown(dis.dis, "[x for x in range(3)]", depth=0)
shown(dis.dis, "def f():\n  def g(): pass", depth=1)
shown(dis.dis, "f(a.b[1], k=2)", show_caches=True)


class Example:
    attribute = 1

    def method(self):
        return self.attribute

    @classmethod
    def make(cls):
        return cls()

    @staticmethod
    def help():
        pass


shown(dis.dis, Example)
shown(dis.dis, Example.method, adaptive=True)
shown(dis.disassemble, compile("x = 1\ny = 2", "<s>", "exec"), 6)
for wrong in (3, object):
    try:
        dis.dis(wrong)
    except TypeError as error:
        print(error)
