# A module that is imported from its cache goes through importlib's steps: what it sees of them, and who may step in.
import importlib
import importlib.machinery
import os
import sys
import tempfile

folder = tempfile.mkdtemp()
sys.path.insert(0, folder)
sys.dont_write_bytecode = False


def write(name, text):
    path = os.path.join(folder, *name.split("/"))
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)


write("pack/__init__.py", "")
write("pack/looks.py", '''
import sys
frame = sys._getframe()
names = []
while frame.f_globals["__name__"] != "__main__":
    names.append((frame.f_code.co_name, frame.f_code.co_filename.rpartition("/")[2], sorted(frame.f_locals)[:1]))
    frame = frame.f_back
print([name for name, _, _ in names])
print(names[1][1:], names[-1][1:])
print(__spec__._initializing, sys.modules["pack"].__spec__._uninitialized_submodules, list(sys.modules)[-1])
print(list(globals())[:8])
''')
write("pack/fails.py", "import sys\nprint('fails' in sys.modules['pack'].__spec__._uninitialized_submodules)\n1 / 0\n")
write("pack/lacks.py", "import pack.no_such_module\n")
write("pack/goes.py", "import sys\ndel sys.modules[__name__]\n")
write("pack/other.py", "import sys\nsys.modules[__name__] = 'another object'\n")
write("pack/circle.py", "import pack.circle\nfrom pack import circle_too\n")
write("pack/circle_too.py", "import pack.circle as c\nprint(c.__spec__._initializing)\ntry: c.missing\nexcept AttributeError as e: print(e)\n")


def again(name):
    """Import it anew, the package being there already."""
    for each in [each for each in sys.modules if each.startswith("pack.")]:
        del sys.modules[each]
    try:
        module = importlib.__import__(name, fromlist=["x"])
        print(type(module).__name__, getattr(sys.modules["pack"], name.rpartition(".")[2], None) is module)
    except BaseException as error:
        depth, traceback = 0, error.__traceback__
        names = []
        while traceback is not None:
            names.append(traceback.tb_frame.f_code.co_name)
            traceback = traceback.tb_next
        print(type(error).__name__, error, names, name in sys.modules)
    print(sys.modules["pack"].__spec__._uninitialized_submodules)


import pack

for name in ["looks", "fails", "lacks", "goes", "other", "circle"]:
    for _ in range(3):
        again("pack." + name)


def statement(name):
    for each in [each for each in sys.modules if each.startswith("pack.")]:
        del sys.modules[each]
    try:
        exec(f"import pack.{name}")
    except Exception as error:
        names, traceback = [], error.__traceback__
        while traceback is not None:
            names.append(traceback.tb_frame.f_code.co_name)
            traceback = traceback.tb_next
        print(type(error).__name__, names)


for name in ["looks", "fails", "lacks", "goes"]:
    for _ in range(2):
        statement(name)

# Whoever steps in is asked.
loader = importlib.machinery.SourceFileLoader
original = loader.get_data
loader.get_data = lambda self, path: (print("reads", os.path.basename(path)), original(self, path))[1]
statement("other")
loader.get_data = original
statement("other")


class Finder:
    @staticmethod
    def find_spec(name, path, target=None):
        print("asked for", name)


sys.meta_path.insert(0, Finder)
statement("other")
del sys.meta_path[0]
statement("other")

calls = []
sys.settrace(lambda frame, event, arg: calls.append(frame.f_code.co_name))
import pack.looks
sys.settrace(None)
print(calls[:2], "_load_unlocked" in calls)
sys.setprofile(lambda frame, event, arg: event == "call" and calls.append(frame.f_code.co_name))
del sys.modules["pack.looks"]
calls.clear()
import pack.looks
sys.setprofile(None)
print(calls[:2], "_load_unlocked" in calls)

# Sources win over caches that are older, and a listing that is old is made again.
write("pack/other.py", "print('a longer text than before')\n")
statement("other")
statement("other")
write("late.py", "print(__name__, __file__.rpartition('/')[2], __cached__ is not None)\n")
os.utime(folder, (1, 1))
import late
