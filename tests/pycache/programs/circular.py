# Modules that import each other, and what is said when it cannot work.
import importlib
import sys
from support.play import section, short, shown, write

section("import of each other")
write("a.py", "import b\nvalue = 'a'\ndef f(): return b.value\n")
write("b.py", "import a\nvalue = 'b' + str(hasattr(a, 'value'))\n")
import a

print(a.f(), a.b.a is a)

section("from import of what is not there yet")
write("a.py", "from b import value\n")
write("b.py", "from a import value\n")
with shown():
    import a
print("a" in sys.modules, "b" in sys.modules)

section("attribute of what is not there yet")
write("a.py", "import b\nvalue = 1\n")
write("b.py", "import a\na.value\n")
with shown():
    import a
write("b.py", "import a\na.value = 3\nprint(a.value)\n")
import a

print(a.value)

section("a module that imports itself")
write("tea.py", "import tea\ntea.brew()\n")
with shown():
    import tea

section("a submodule that is being imported")
write("pot/__init__.py")
write("pot/lid.py", "import pot.spout\n")
write("pot/spout.py", "import pot\npot.lid\n")
with shown():
    import pot.lid
write("pot/spout.py", "import pot.lid as lid\nprint(lid.__name__)\n")
import pot.lid

section("from package import a submodule that is being imported")
write("pot/__init__.py")
write("pot/lid.py", "from pot import spout\nvalue = 1\n")
write("pot/spout.py", "from pot import lid\nprint(hasattr(lid, 'value'))\n")
import pot.lid

print(pot.spout.lid.value)

section("a package that imports its submodules")
write("pot/__init__.py", "from . import lid\nfrom .lid import value\n")
write("pot/lid.py", "from . import spout\nfrom .spout import other\nvalue = 1 + other\n")
write("pot/spout.py", "import pot, sys\nprint(hasattr(pot, 'lid'), 'pot.lid' in sys.modules)\nother = 1\n")
import pot

print(pot.value, pot.spout.other)

section("from package import what comes later")
write("pot/__init__.py", "from .lid import value\nsize = 2\n")
write("pot/lid.py", "from . import size\n")
with shown():
    import pot
print([each for each in sys.modules if each.startswith("pot")])

section("three in a ring")
write("a.py", "import b\nfrom c import c\na = 1\n")
write("b.py", "import c\nb = 2\n")
write("c.py", "import a\nc = 3\nprint(hasattr(a, 'a'), hasattr(a, 'b'))\n")
import a

print(a.b.c.c, a.c)

section("one in the ring fails")
write("a.py", "import b\n")
write("b.py", "import c\n")
write("c.py", "import a\n1 / 0\n")
with shown():
    import a
print([each in sys.modules for each in "abc"])

section("import star of what is half there")
write("a.py", "first = 1\nfrom b import *\nsecond = 2\n")
write("b.py", "from a import *\nprint(sorted(each for each in globals() if not each.startswith('_')))\n")
import a

section("a module that removes itself")
write("a.py", "import sys\ndel sys.modules[__name__]\n")
with shown():
    import a
write("b.py", "import sys\nsys.modules[__name__] = 'a str'\n")
import b

print(b)

section("a relative import beyond the top")
write("pot/__init__.py")
write("pot/lid.py", "from ... import tea\n")
with shown():
    import pot.lid
write("pot/lid.py", "from . import missing\n")
with shown():
    import pot.lid
write("pot/lid.py", "from .missing import tea\n")
with shown():
    import pot.lid
with shown():
    exec("from . import tea", {})
with shown():
    exec("from . import tea", {"__package__": "nowhere"})
with shown():
    exec("from .. import tea", {"__package__": "pot"})
with shown():
    exec("from . import tea", {"__package__": 3})
with shown():
    exec("from . import tea", {"__name__": "pot", "__spec__": None})

section("errors of the statement")
write("tea.py", "value = 1\n")
for text in ["import tea.pot", "import tea.pot.lid", "from tea import pot", "import no.such", "from no import such"]:
    with shown():
        exec(text)
write("pot/__init__.py", "__all__ = ['lid', 'missing']\n")
write("pot/lid.py")
with shown():
    exec("from pot import *")
write("cup.py", "__all__ = [3]\n")
with shown():
    exec("from cup import *")
write("jug.py", "__all__ = 3\n")
with shown():
    exec("from jug import *")
sys.modules["blocked"] = None
with shown():
    import blocked
with shown():
    importlib.import_module("blocked.child")
with shown():
    importlib.import_module(".child")
with shown():
    importlib.import_module("..child", "pot")
with shown():
    importlib.import_module("")
with shown():
    __import__("")
with shown():
    __import__("tea", level=-1)
with shown():
    __import__(3)
