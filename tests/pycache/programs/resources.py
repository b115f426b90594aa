# importlib.resources and pkgutil.get_data: files beside modules, in folders and in zips.
import importlib
import importlib.resources as resources
import importlib.resources.abc
import io
import importlib.util
import os
import pkgutil
import sys
import zipfile
from support.play import section, short, shown, write


def tree(prefix=""):
    write(f"{prefix}pot/__init__.py", "kind = 'package'\n")
    write(f"{prefix}pot/lid.py", "kind = 'module'\n")
    write(f"{prefix}pot/leaf.txt", "green é\n")
    write(f"{prefix}pot/raw.bin", "\x00\x01")
    write(f"{prefix}pot/cups/__init__.py")
    write(f"{prefix}pot/cups/cup.txt", "cup\n")
    write(f"{prefix}pot/saucers/saucer.txt", "saucer\n")


def names(folder):
    return sorted(each.name for each in folder.iterdir() if not each.name.startswith("__pycache__"))


def look(pot):
    """All that can be asked of a package's files."""
    root = resources.files(pot)
    print(type(root).__name__, root.name, root.is_dir(), root.is_file(), names(root))
    leaf = root / "leaf.txt"
    print(leaf.read_text(encoding="utf-8").strip(), leaf.read_bytes(), leaf.is_file(), leaf.name)
    with leaf.open("rb") as file:
        print(file.read(3))
    with leaf.open(encoding="utf-8") as file:
        print(file.readline().strip(), type(file).__name__)
    print((root / "saucers" / "saucer.txt").read_text().strip(), root.joinpath("saucers", "saucer.txt").name, root.joinpath("saucers/saucer.txt").is_file())
    print((root / "nothing.txt").is_file(), (root / "nothing").is_dir())
    with shown():
        (root / "nothing.txt").read_text()
    with resources.as_file(leaf) as path:
        print(type(path).__name__, path.read_text(encoding="utf-8").strip(), path.name.endswith("leaf.txt"))
    with resources.as_file(root / "saucers") as path:
        print(path.is_dir(), sorted(each.name for each in path.iterdir()))


section("a package in a folder")
tree()
import pot

look(pot)

section("by name and by module")
tree()
import pot.lid

print(names(resources.files("pot")) == names(resources.files(pot)), names(resources.files("pot.cups")))
print(names(resources.files("pot.lid")) == names(resources.files("pot")), names(resources.files(pot.lid))[:2])
for value in ["nowhere", "pot.nothing", 3]:
    with shown():
        resources.files(value)
print(names(resources.files("pot.saucers")), type(resources.files("pot.saucers")).__name__)

section("the package that asks")
write("pot/__init__.py", "import importlib.resources\nhere = sorted(each.name for each in importlib.resources.files().iterdir() if each.suffix == '.txt')\n")
write("pot/leaf.txt")
import pot

print(pot.here)

section("a package in a zip")
here = sys.path[0]
tree("source/")
archive = os.path.join(here, "pot.zip")
with zipfile.ZipFile(archive, "w") as file:
    for folder, _, members in sorted(os.walk(os.path.join(here, "source"))):
        for member in sorted(members):
            path = os.path.join(folder, member)
            file.write(path, os.path.relpath(path, os.path.join(here, "source")))
sys.path.insert(1, archive)
import pot

print(type(pot.__loader__).__name__, short(pot.__file__))
look(pot)
with shown():
    print(names(resources.files("pot.saucers")))
sys.path.remove(archive)

section("a namespace")
write("one/pot/leaf.txt", "one\n")
write("two/pot/leaf.txt", "two\n")
write("two/pot/saucers/saucer.txt", "saucer\n")
sys.path[1:1] = [os.path.join(sys.path[0], name) for name in ("one", "two")]
import pot

root = resources.files(pot)
print(type(root).__name__, names(root), (root / "leaf.txt").read_text().strip(), root.is_dir(), root.is_file(), root.name)
print((root / "saucers" / "saucer.txt").read_text().strip())
with shown():
    (root / "nothing.txt").read_text()
with shown():
    root.read_text()
with shown():
    root.open()

section("the older functions")
tree()
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(resources.read_text("pot", "leaf.txt", encoding="utf-8").strip(), resources.read_binary("pot", "raw.bin"))
    print(resources.is_resource("pot", "leaf.txt"), resources.is_resource("pot", "saucers"), resources.is_resource("pot", "nothing"))
    print(sorted(each for each in resources.contents("pot") if not each.startswith("__")))
    with resources.path("pot", "leaf.txt") as path:
        print(path.name)
    with resources.open_text("pot", "leaf.txt", encoding="ascii", errors="replace") as file:
        print(ascii(file.read()))
    with resources.open_binary("pot", "leaf.txt") as file:
        print(file.read())
    with shown():
        resources.read_text("pot", "saucers/saucer.txt")
    with shown():
        resources.read_text("pot.lid", "leaf.txt")
print(sorted({str(each.message).partition(".")[0] for each in caught}), {each.category.__name__ for each in caught})

section("pkgutil get data")
tree()
print(pkgutil.get_data("pot", "leaf.txt"), pkgutil.get_data("pot", "saucers/saucer.txt"))
with shown():
    pkgutil.get_data("pot", "nothing.txt")
with shown():
    pkgutil.get_data("nowhere", "leaf.txt")
print([(each.name, each.ispkg) for each in pkgutil.iter_modules([sys.path[0]])])
print([(each.name, each.ispkg) for each in pkgutil.walk_packages([sys.path[0]])])
with shown():
    list(pkgutil.iter_modules("a str"))

section("a loader's own reader")


class Memory(resources.abc.ResourceReader):
    data = {"leaf.txt": b"from memory"}

    def open_resource(self, name):
        try:
            return io.BytesIO(self.data[name])
        except KeyError:
            raise FileNotFoundError(name)

    def resource_path(self, name):
        raise FileNotFoundError(name)

    def is_resource(self, name):
        return name in self.data

    def contents(self):
        return iter(self.data)


class Loader:
    def create_module(self, spec):
        return None

    def exec_module(self, module):
        pass

    def get_resource_reader(self, name):
        return Memory()


spec = importlib.util.spec_from_loader("shop", Loader(), is_package=True)
shop = sys.modules["shop"] = importlib.util.module_from_spec(spec)
root = resources.files("shop")
print(type(root).__name__, names(root), root.is_dir(), root.is_file())
print((root / "leaf.txt").read_bytes(), (root / "leaf.txt").is_file(), (root / "nothing.txt").is_file())
with shown():
    (root / "nothing.txt").read_bytes()
with resources.as_file(root / "leaf.txt") as path:
    print(path.read_bytes(), path.exists())
print(path.exists())
del sys.modules["shop"]
