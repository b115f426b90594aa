# Small packages at once: six, packaging, sortedcontainers, more_itertools, toolz, tabulate, docopt, wcwidth, idna, chardet, colorama, cachetools.
import warnings

warnings.simplefilter("ignore")
import cachetools
import chardet
import colorama
import docopt
import idna
import more_itertools
import packaging.markers
import packaging.requirements
import packaging.specifiers
import packaging.version
import six
import sortedcontainers
import tabulate
import toolz
import wcwidth

print(six.PY3, six.ensure_binary("é"), six.moves.urllib.parse.quote("a b"), list(six.iteritems({"a": 1})), six.with_metaclass(type, dict).__name__)
versions = ["1.0", "1.0.dev1", "1.0a1", "1.0.post2", "1!0.5", "1.0+local.1", "1.0rc1"]
print(sorted(versions, key=packaging.version.Version), "1.5" in packaging.specifiers.SpecifierSet(">=1.0,!=1.4.*,<2"), list(packaging.specifiers.SpecifierSet("~=2.2").filter(["2.1", "2.2", "2.9", "3.0"])))
requirement = packaging.requirements.Requirement('name[extra]>=1,<2; python_version >= "3.8" and os_name == "posix"')
print(requirement.name, requirement.extras, str(requirement.specifier), requirement.marker, requirement.marker.evaluate())
for bad in "name>>1", "na me", "name; x == 1":
    try:
        packaging.requirements.Requirement(bad)
    except packaging.requirements.InvalidRequirement as error:
        print(type(error).__name__)
items = sortedcontainers.SortedDict({3: "c", 1: "a"})
items[2] = "b"
print(items, items.peekitem(0), list(items.irange(2, 3)), list(sortedcontainers.SortedList([3, 1, 2], key=lambda x: -x)), sortedcontainers.SortedSet("hello").bisect("h"))
print(list(more_itertools.chunked(range(7), 3)), list(more_itertools.windowed("abcd", 2)), more_itertools.first_true([0, 2]), list(more_itertools.collapse([1, [2, [3]]])), list(more_itertools.interleave_longest("ab", "xyz")), more_itertools.partition(str.isdigit, "a1b2")[1].__next__())
print(toolz.groupby(len, ["a", "bb", "c"]), toolz.pipe(3, lambda x: x + 1, str), toolz.get_in(["a", 0], {"a": [5]}), toolz.merge_with(sum, {"a": 1}, {"a": 2}), toolz.curry(lambda a, b: a + b)(1)(2), list(toolz.sliding_window(2, range(4))))
for style in "simple", "grid", "github", "html", "latex", "pipe":
    print(tabulate.tabulate([["a", 1.5], ["bb", 22]], headers=["name", "n"], tablefmt=style))
print(docopt.docopt("Usage: prog [--flag] [-n N] <file>...\n\nOptions:\n  -n N  Number [default: 3].\n", ["x", "y", "--flag"]))
print(wcwidth.wcswidth("日本 é"), [wcwidth.wcwidth(c) for c in "a\u0301\u3042\x00"], idna.encode("bücher.example"), idna.decode("xn--bcher-kva.example"))
for text in "häßlich und schön, überall".encode("latin-1"), "日本語のテキストです。これは".encode("shift_jis"), "привет как дела".encode("koi8-r"), b"plain", "\ufeffx".encode("utf-16"):
    print(chardet.detect(text)["encoding"])
print(repr(colorama.Fore.RED + colorama.Style.RESET_ALL))
cache = cachetools.LRUCache(2)
for key in 1, 2, 1, 3:
    cache[key] = cache.get(key, 0) + 1
calls = []
double = cachetools.cached(cachetools.TTLCache(10, 60))(lambda x: calls.append(x) or 2 * x)
print(dict(cache), double(2), double(2), calls)
