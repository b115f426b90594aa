# configparser: reading, interpolation, converting, writing, errors.
import configparser
import io
from configparser import ConfigParser, ExtendedInterpolation, RawConfigParser

text = """
# a comment
[DEFAULT]
base = /srv
timeout = 30

[server]
host : example.org
port = 8080 ; not a comment here
root = %(base)s/www
debug = yes
ratio = 0.75
multi = one
    two

    three
empty =
[paths]
data: %(base)s/data
Key With Spaces = v
"""
c = ConfigParser(inline_comment_prefixes=None)
c.read_string(text)
print(c.sections(), c.defaults(), c.options("server"), c["server"]["root"], c.get("server", "port"), c.getfloat("server", "ratio"), c.getboolean("server", "debug"), c.getint("server", "timeout"), repr(c["server"]["multi"]), repr(c["server"]["empty"]))
print(c.has_section("paths"), c.has_option("paths", "DATA"), "host" in c["server"], c.get("server", "nope", fallback="fb"), c["server"].get("nope"), c["server"].getint("nope", 7), c.get("server", "root", raw=True), c.get("server", "root", vars={"base": "/x"}), list(c), dict(c["paths"]), c.items("paths"))
c["new"] = {"a": 1, "b": "2"}
c.add_section("more")
c.set("more", "k", "v")
c["more"]["percent"] = "50%%"
print(c.remove_option("new", "a"), c.remove_section("paths"), c.remove_section("zzz"), c["more"]["percent"], len(c))
out = io.StringIO()
c.write(out)
print(out.getvalue())
e = ConfigParser(interpolation=ExtendedInterpolation(), allow_no_value=True, delimiters=("=",), comment_prefixes=("//",), default_section="common")
e.read_string("[common]\nx = 1\n[a]\nflag\ny = ${x}:${b:z}\n// no\n[b]\nz = ${common:x}9$$\n")
print(e["a"]["y"], e["a"]["flag"], e["b"]["z"], e.sections())
r = RawConfigParser(converters={"list": lambda v: [i.strip() for i in v.split(",")]}, strict=False)
r.optionxform = str
r.read_dict({"S": {"Key": "a, b", "N": 5}})
r.read_file(["[S]", "Key2 = %(raw)s"], source="<lines>")
print(r.getlist("S", "Key"), r["S"].getlist("Key"), dict(r["S"]), r.read(["/none/such"]))
for source in ("key = 1", "[a]\nx = 1\nx = 2", "[a]\n[a]", "[a]\njunk line", "[a\nb=1"):
    try:
        ConfigParser().read_string(source)
    except configparser.Error as error:
        print(type(error).__name__, error)
bad = ConfigParser()
bad.read_string("[a]\nx = %(y)s\nloop = %(loop)s\nsyntax = %(open\nn = abc")
for action in (lambda: bad.get("a", "x"), lambda: bad.get("a", "loop"), lambda: bad.get("a", "syntax"), lambda: bad.getint("a", "n"), lambda: bad.getboolean("a", "n"), lambda: bad.get("none", "x"), lambda: bad.get("a", "none"), lambda: bad["none"], lambda: bad["a"]["none"], lambda: bad.set("a", "k", 3), lambda: bad.add_section("a"), lambda: bad.add_section("DEFAULT"), lambda: bad.set("a", "k", "50%")):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
