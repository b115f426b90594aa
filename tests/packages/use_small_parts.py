# Packages that others are built on: markupsafe, itsdangerous, webencodings, pluggy, iniconfig, pyrsistent, ply, urllib3, commonmark, roman.
import gzip
import hashlib
import io
import warnings

warnings.simplefilter("ignore")
import commonmark
import iniconfig
import itsdangerous
import markupsafe
import pluggy
import pyrsistent
import roman
import urllib3
import webencodings
from ply import lex, yacc
from pyrsistent import PClass, PRecord, field, freeze, m, pdeque, pmap, pset, pvector, s, thaw, v
from urllib3.util import Retry, Timeout, parse_url

Markup = markupsafe.Markup
print(Markup("<b>%s</b> {}") % "<&>", Markup("{0.x!r} {1}").format(type("T", (), {"x": "<"}), Markup("<i>")), markupsafe.escape("'\"<>&"), markupsafe.escape(Markup("<")), repr("<" + Markup("<br>")))
print(Markup("<p>a &lt; <!-- c --> b\n c</p>").striptags(), Markup("&amp;&eacute;&#x41;").unescape(), Markup(" ").join(["<", Markup("<")]), Markup("a<b").split("<"), Markup("x").zfill(3) * 2, Markup.escape(None), markupsafe.soft_str(Markup("a")))
try:
    Markup("{0:x}").format(type("H", (), {"__html__": lambda self: "h"})())
except ValueError as error:
    print(error)

signer = itsdangerous.Signer("secret", salt="salt", digest_method=hashlib.sha256)
print(signer.sign("value"), signer.unsign(signer.sign("value")), signer.validate(b"value.x"))
serializer = itsdangerous.URLSafeSerializer(["old", "new"], salt="s")
text = serializer.dumps({"id": 5, "text": "é" * 60})
print(text, serializer.loads(text), itsdangerous.URLSafeSerializer("old", salt="s").loads_unsafe(text), serializer.loads(itsdangerous.URLSafeSerializer("old", salt="s").dumps([1])))
timed = itsdangerous.TimestampSigner("k")
timed.get_timestamp = lambda: 1000
token = timed.sign("v")
print(token, timed.unsign(token, return_timestamp=True))
timed.get_timestamp = lambda: 1100
for wrong in lambda: timed.unsign(token, max_age=60), lambda: timed.unsign(b"v.x.y"), lambda: signer.unsign("none"), lambda: serializer.loads("e30.bad"):
    try:
        wrong()
    except itsdangerous.BadData as error:
        print(type(error).__name__, error, error.payload if hasattr(error, "payload") else None)

print([webencodings.lookup(name).name for name in ("latin1", " UTF8 ", "sjis", "x-user-defined", "cyrillic")], webencodings.lookup("none"), webencodings.decode(b"\xef\xbb\xbf\xc3\xa9", "latin1"), webencodings.encode("€", "ascii"), webencodings.decode(b"\x80\xff", "x-user-defined"))
output, encoding = webencodings.iter_decode([b"\xff", b"\xfea\0", b"\xac ", b"\x20"], "utf-8")
print("".join(output), encoding.name, b"".join(webencodings.iter_encode("日本", "euc-jp")))

specification, implementation = pluggy.HookspecMarker("demo"), pluggy.HookimplMarker("demo")


class Specification:
    @specification
    def collect(self, value): ...

    @specification(firstresult=True)
    def first(self, value): ...

    @specification(historic=True)
    def announced(self, value): ...


class One:
    @implementation(tryfirst=True)
    def collect(self, value):
        return value + 1

    @implementation
    def first(self, value):
        return None


class Two:
    @implementation
    def collect(self):
        return "two"

    @implementation
    def first(self, value):
        return [value]

    @implementation
    def announced(self, value):
        return ["told", value]


class Wrong:
    @implementation
    def collect(self, value, other): ...


class Wrapper:
    @implementation(hookwrapper=True)
    def collect(self, value):
        outcome = yield
        outcome.force_result([*outcome.get_result(), "wrapped"])


manager = pluggy.PluginManager("demo")
manager.add_hookspecs(Specification)
for name, plugin in ("one", One()), ("two", Two()), ("wrapper", Wrapper()):
    manager.register(plugin, name)
manager.hook.announced.call_historic(kwargs={"value": 3}, result_callback=print)
print(manager.hook.collect(value=1), manager.hook.first(value=2), [name for name, _ in manager.list_name_plugin()], len(manager.hook.collect.get_hookimpls()))
for wrong in lambda: manager.register(Wrong(), "wrong"), lambda: manager.register(One(), "one"), lambda: manager.hook.collect(1), lambda: manager.check_pending():
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, str(error).split("<")[0].split("\n")[0])

ini = iniconfig.IniConfig("x.ini", "; c\n[one]\nkey = value # kept\nlist:\n  a\n  b\n[two]\nn = 5\n")
print(ini["one"]["key"], ini["one"]["list"].split(), ini.get("two", "n", convert=int), "three" in ini, [section.name for section in ini], ini.lineof("two", "n"))
for wrong in "[a]\nx=1\nx=2", "x=1", "[a\n", "[a]\n[a]":
    try:
        iniconfig.IniConfig("x.ini", wrong)
    except iniconfig.ParseError as error:
        print(error)

vector = pvector(range(40))
print(vector.set(33, "x")[30:], vector.append(1).count(1), v(1, 2).extend([3]).mset(0, 9, 2, 8), v(1, 2, 3).delete(1), sorted(m(a=1).update({"b": 2}).set("c", v(3)).items()), pmap({1: 2}) == {1: 2}, sorted(s(1, 2) | pset([3])), pdeque([1, 2, 3], maxlen=2).appendleft(0))
frozen = freeze({"a": [1, {"b": (2,)}]})
print(thaw(frozen), frozen.transform(["a", 1, "b"], lambda old: old + (3,)), hash(v(1, 2)) == hash(v(1, 2)), pyrsistent.get_in(["a", 0], frozen))


class Account(PRecord):
    name = field(type=str, mandatory=True)
    amount = field(type=int, initial=0, invariant=lambda x: (x >= 0, "negative"))


class Node(PClass):
    value = field(type=int)
    next = field()


print(Account(name="n").set(amount=3), Node(value=1, next=Node(value=2)).set(value=5), Account.create({"name": "c", "amount": 1}).serialize())
for wrong in lambda: Account(), lambda: Account(name="n", amount=-1), lambda: Account(name=1), lambda: Node(other=1), lambda: v(1)[3], lambda: setattr(Node(value=1), "value", 2):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)

tokens = ("NAME", "NUMBER")
literals = "=+-*/()"
t_NAME, t_ignore = r"[a-z]+", " "


def t_NUMBER(t):
    r"\d+"
    t.value = int(t.value)
    return t


def t_error(t):
    print("illegal", t.value[0], t.lexpos)
    t.lexer.skip(1)


precedence = (("left", "+", "-"), ("left", "*", "/"), ("right", "UMINUS"))
names = {}


def p_assign(p):
    "statement : NAME '=' expression"
    names[p[1]] = p[3]


def p_statement(p):
    "statement : expression"
    p[0] = p[1]


def p_binary(p):
    """expression : expression '+' expression
    | expression '-' expression
    | expression '*' expression
    | expression '/' expression"""
    p[0] = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b}[p[2]](p[1], p[3])


def p_minus(p):
    "expression : '-' expression %prec UMINUS"
    p[0] = -p[2]


def p_group(p):
    "expression : '(' expression ')'"
    p[0] = p[2]


def p_value(p):
    """expression : NUMBER
    | NAME"""
    p[0] = names.get(p[1], p[1])


def p_error(p):
    print("syntax error at", p and (p.type, p.value, p.lexpos))


lexer, parser = lex.lex(), yacc.yacc(write_tables=False, debug=False)
lexer.input("a=12 $(b)")
print([(token.type, token.value, token.lexpos) for token in lexer], [parser.parse(text, lexer=lexer) for text in ("x = 2 + 3 * 4", "-(x - 1) / 2", "1 + $ 2", "1 +", "(2")], names, len(parser.productions))

url = parse_url("HTTP://user:p%40@[::1%25eth]:80/a/../b c?q=é#f")
print(url, url.scheme, url.auth, url.host, url.port, url.request_uri, parse_url("x.y"), parse_url("http://bücher.example").host)
retry = Retry(3, backoff_factor=0.5, status_forcelist=[503]).increment("GET", "/", error=None, response=urllib3.HTTPResponse(status=503))
print(retry, retry.history, retry.is_retry("GET", 503), retry.get_backoff_time(), Timeout(connect=1, read=2), urllib3.encode_multipart_formdata({"a": ("f.txt", b"x", "text/plain"), "b": "ü"}, boundary="B"))
headers = urllib3._collections.HTTPHeaderDict(a="1")
headers.add("A", "2")
print(headers, headers["a"], list(headers.iteritems()), urllib3.util.make_headers(keep_alive=True, basic_auth="u:p", accept_encoding="gzip"), urllib3.HTTPResponse(io.BytesIO(gzip.compress(b"body")), headers={"content-encoding": "gzip"}).data)
for wrong in lambda: parse_url("http://[::1"), lambda: Timeout(connect=-1), lambda: Retry(0).increment("GET", "/"), lambda: parse_url("http://x:99999"):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)

print(commonmark.commonmark("# A *b*\n\n1. [x](y \"t\")\n2. `c`\n\n> q\n\n<i>h</i> &copy;\n"), commonmark.ReStructuredTextRenderer().render(commonmark.Parser().parse("# T\n\n- a **b**\n\n```\ncode\n```\n")))
print(commonmark.dumpJSON(commonmark.Parser().parse("a *b*"))[:200], [(node.t, entering) for node, entering in commonmark.Parser().parse("- a").walker()])
print([roman.toRoman(n) for n in (1, 4, 1994, 4999)], roman.fromRoman("MCMXC"))
for wrong in lambda: roman.toRoman(5000), lambda: roman.toRoman(1.5), lambda: roman.fromRoman("IIII"), lambda: roman.fromRoman(""):
    try:
        wrong()
    except roman.RomanError as error:
        print(type(error).__name__, error)
