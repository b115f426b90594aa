# importlib.metadata: what dist-info and egg-info folders say.
import importlib.metadata as metadata
import os
import sys
import zipfile
from support.play import section, short, shown, write

METADATA = """\
    Metadata-Version: 2.1
    Name: Tea.Pot
    Version: 1.2.3
    Summary: brews
    Author: Somebody
    Classifier: One
    Classifier: Two
    Requires-Python: >=3.8
    Requires-Dist: leaf >=1
    Requires-Dist: sugar ; extra == 'sweet'
    Provides-Extra: sweet

    A pot
    for tea.
"""


def install(prefix=""):
    folder = f"{prefix}tea_pot-1.2.3.dist-info/"
    write(f"{folder}METADATA", METADATA)
    write(f"{folder}RECORD", "tea/__init__.py,sha256=abc,3\ntea/lid.py,,\n../bin/brew,sha256=x_y,\ntea_pot-1.2.3.dist-info/METADATA,,\n")
    write(f"{folder}entry_points.txt", "[console_scripts]\nbrew = tea.lid:main [sweet]\npour = tea:pour\n\n[shop]\nfirst = tea.lid\n")
    write(f"{folder}top_level.txt", "tea\n")
    write(f"{folder}INSTALLER", "hand\n")
    write(f"{prefix}tea/__init__.py", "def pour(): return 'poured'\n")
    write(f"{prefix}tea/lid.py", "class main:\n    size = 3\n")


section("version and fields")
install()
for name in ["Tea.Pot", "tea-pot", "TEA_POT", "tea_pot"]:
    print(name, metadata.version(name))
fields = metadata.metadata("tea-pot")
print(fields["name"], fields["Summary"], fields.get_all("Classifier"), "Author" in fields)
print(sorted(fields.json.items(), key=lambda item: item[0])[:6], repr(fields.json["description"]))
print(type(fields).__name__, list(fields)[:3], len(list(fields)))
print(metadata.requires("tea-pot"))

section("no such distribution")
for call in [metadata.version, metadata.metadata, metadata.files, metadata.requires, metadata.distribution]:
    with shown():
        call("no-such-thing")
for name in ["", None]:
    with shown():
        metadata.distribution(name)

section("files")
install()
files = metadata.files("tea-pot")
for file in files:
    print(file, file.parts, file.hash, file.size, short(file.locate()), type(file).__name__)
print(repr(files[0].hash), files[0].read_text().strip(), files[0].read_binary()[:3])
with shown():
    files[2].read_text()

section("entry points")
install()
points = [point for point in metadata.distribution("tea-pot").entry_points]
for point in points:
    print(point.name, point.group, point.value, point.module, point.attr, point.extras)
print(points[0].load().size, points[1].load()(), points[2].load().__name__)
print(points[1], points[1].dist.name, points[0] == points[0], points[0] < points[1])
chosen = metadata.entry_points(group="shop")
print(type(chosen).__name__, chosen.names, chosen.groups, chosen["first"].value, len(chosen.select(name="nothing")))
with shown():
    chosen["nothing"]
with shown():
    points[0].name = "other"
with shown():
    metadata.EntryPoint("x", "no_such_module_at_all:f", "g").load()
print(metadata.EntryPoint("x", "a.b:c.d [e, f]", "g").attr, metadata.EntryPoint("x", "a.b:c.d [e, f]", "g").extras)
with shown():
    metadata.EntryPoint("x", "not valid!", "g").load()
print(metadata.EntryPoint("x", "a", "g").matches(group="g", name="x"), metadata.EntryPoint("x", "a", "g").matches(name="y"))

section("distributions")
install()
write("other/cup-2.dist-info/METADATA", "Name: cup\nVersion: 2\n")
here = os.path.join(sys.path[0], "other")
print(sorted(each.name for each in metadata.distributions(path=[sys.path[0], here])))
print([each.version for each in metadata.Distribution.discover(name="cup", path=[here])])
with shown():
    metadata.Distribution.discover(context=metadata.DistributionFinder.Context(), name="x")
found = metadata.Distribution.at(os.path.join(here, "cup-2.dist-info"))
print(found.name, found.version, found.files, found.requires, list(found.entry_points), found.read_text("nothing"))
print(found.metadata["Version"], found.read_text("METADATA"))
print({key: value for key, value in metadata.packages_distributions().items() if "tea" in key})

section("an egg")
write("cup.egg-info/PKG-INFO", "Name: cup\nVersion: 3\n")
write("cup.egg-info/SOURCES.txt", "cup.py\ncup.egg-info/PKG-INFO\n")
write("cup.egg-info/requires.txt", "leaf\n\n[sweet]\nsugar>1\n\n[:python_version < '3']\nold\n\n[sweet:os_name == 'nt']\nwin\n")
write("cup.egg-info/top_level.txt", "cup\n")
write("cup.py")
found = metadata.distribution("cup")
print(found.version, [str(each) for each in found.files], list(found.requires))
write("jug.egg-info", "Name: jug\nVersion: 4\n")
print(metadata.version("jug"))

section("in a zip")
install("source/")
here = sys.path[0]
archive = os.path.join(here, "pot.zip")
with zipfile.ZipFile(archive, "w") as file:
    for folder, _, members in sorted(os.walk(os.path.join(here, "source"))):
        for member in sorted(members):
            path = os.path.join(folder, member)
            file.write(path, os.path.relpath(path, os.path.join(here, "source")))
sys.path.insert(1, archive)
print(metadata.version("tea-pot"), [str(each) for each in metadata.files("tea-pot")][:2], metadata.entry_points(group="shop")["first"].load().__name__)
sys.path.remove(archive)

section("a finder of one's own")


class Distribution(metadata.Distribution):
    def read_text(self, filename):
        return "Name: made-up\nVersion: 9\n" if filename == "METADATA" else None

    def locate_file(self, path):
        return path


class Finder(metadata.DistributionFinder):
    def find_spec(self, *_):
        return None

    def find_distributions(self, context=metadata.DistributionFinder.Context()):
        if context.name in (None, "made-up"):
            yield Distribution()


finder = Finder()
sys.meta_path.append(finder)
print(metadata.version("made-up"), any(each.name == "made-up" for each in metadata.distributions()))
sys.meta_path.remove(finder)
with shown():
    metadata.version("made-up")

section("a distribution without metadata")
write("bare-1.dist-info/RECORD")
print(metadata.distribution("bare").files)
write("broken-1.dist-info/METADATA", "Name: broken\n")
with shown():
    print(metadata.version("broken"))
