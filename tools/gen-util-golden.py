"""Makes tests/util/golden/*.json with a native 64-bit CPython 3.12.

Run: python3.12 tools/gen-util-golden.py [name ...]
Floats are written as repr, ints as decimal text; an exception as "!Type: message".
"""
import json, math, random, struct, sys, os

OUT = os.path.join(os.path.dirname(__file__), "..", "tests", "util", "golden")
GENERATORS = {}
sys.set_int_max_str_digits(0)


def golden(function):
    GENERATORS[function.__name__] = function
    return function


def attempt(function, show=str):
    try:
        return show(function())
    except Exception as error:
        return f"!{type(error).__name__}: {error}"


def any_float(rng):
    kind = rng.randrange(8)
    if kind == 0:
        return struct.unpack("<d", rng.randbytes(8))[0]
    if kind == 1:
        return rng.uniform(-10, 10)
    if kind == 2:
        return float(rng.randrange(-10**6, 10**6))
    if kind == 3:
        return rng.randrange(-10**6, 10**6) / 8
    if kind == 4:
        return rng.randrange(-10**6, 10**6) / 1000
    if kind == 5:
        return rng.choice([0.0, -0.0, 1.0, -1.0, 0.5, 2.5, -2.5, 1e16, 1e-4, 1e22, 1e23, 5e-324, 1.7976931348623157e308, math.inf, -math.inf, math.nan, 9007199254740993.0, 0.1, 1e-5, 123456789012345680.0])
    if kind == 6:
        return rng.uniform(-1, 1) * 10.0 ** rng.randrange(-30, 30)
    return rng.randrange(1, 10**rng.randrange(1, 18)) * 10.0 ** rng.randrange(-25, 25)


def any_int(rng):
    kind = rng.randrange(6)
    if kind == 0:
        return rng.randrange(-20, 20)
    if kind == 1:
        return rng.randrange(-2**31, 2**31)
    if kind == 2:
        return rng.choice([2**53, -2**53, 2**53 - 1, 1 - 2**53, 2**53 + 1, 2**63, -2**63, 2**64, 2**31, 2**32, -2**31, 2**61 - 1, 0, 1, -1])
    if kind == 3:
        return rng.randrange(-2**54, 2**54)
    return rng.randrange(-2**200, 2**200) >> rng.randrange(0, 190)


@golden
def floats(rng):
    unary = []
    for _ in range(550):
        x = any_float(rng)
        unary.append([repr(x), x.hex(), attempt(x.as_integer_ratio, lambda r: f"{r[0]}/{r[1]}"), attempt(lambda: int(x)), attempt(lambda: round(x))])
    codes = []
    for _ in range(1200):
        x = any_float(rng)
        spec = rng.choice(["", "#"]) + "." + str(rng.choice([0, 1, 2, 3, 5, 6, 10, 15, 16, 17, 18, 20, 30])) + rng.choice("eEfFgG")
        codes.append([repr(x), spec, ("%" + spec) % x])
    rounds = []
    for _ in range(500):
        x, n = any_float(rng), rng.choice([0, 1, 2, 3, 5, 10, 17, -1, -2, -5, 22, 23, 300, -300, 308, -308, 330, -330])
        rounds.append([repr(x), n, attempt(lambda: round(x, n), repr)])
    binary = []
    for _ in range(400):
        x, y = any_float(rng), any_float(rng)
        power = attempt(lambda: x**y, lambda r: "complex" if isinstance(r, complex) else repr(r)).replace("!OverflowError: complex exponentiation", "complex")
        binary.append([repr(x), repr(y), attempt(lambda: x // y, repr), attempt(lambda: x % y, repr), attempt(lambda: divmod(x, y), repr), power])
    texts = ["1", " 1.5 ", "1_0.2_5e1_0", "1__0", "_1", "1_", "1._5", "1_.5", "inf", "-Infinity", "+nAn", "infinit", "", " ", ".", ".5", "5.", "1e", "1e5", "1e+", "\u0661\u0662.\u0663", "\xa01\u3000", "0x10", "1 2", "\ud835\udfd8", "1e400", "-0", "\u2014"]
    parses = [[t, attempt(lambda: float(t.encode("utf-16", "surrogatepass").decode("utf-16")), repr)] for t in texts]
    hexes = ["0x1p0", "0x.8", "1.8p1", "-0x1.fffffffffffff8p1023", "0x1.fffffffffffff7p1023", "0x1p-1074", "0x1p-1075", "0x1.8p-1075", "0x0.0000000000001p-1022", "inf", "-nan", "0x", "p5", "0x1.0000000000000800000000000000000000000000000001p0", "0x1.00000000000008p0", "0x1.00000000000018p0", " 0x1 \n", "0x1p", "1p99999999999", "0x1p-99999999", "0xg", "0p99999999999999999999", "0X1.8P+3"]
    hexes = [[t, attempt(lambda: float.fromhex(t), repr)] for t in hexes]
    return dict(unary=unary, codes=codes, rounds=rounds, binary=binary, parses=parses, hexes=hexes)


@golden
def ints(rng):
    binary = []
    for _ in range(280):
        a, b = any_int(rng), any_int(rng)
        binary.append([str(a), str(b), str(a + b), str(a - b), str(a * b), attempt(lambda: a // b), attempt(lambda: a % b), attempt(lambda: a / b, repr), str(a & b), str(a | b), str(a ^ b), str(math.gcd(a, b))])
    unary = []
    for _ in range(220):
        a = any_int(rng)
        size, n = rng.randrange(0, 12), rng.choice([0, 1, 2, 5, 30, 31, 32, 33, 52, 53, 64, 100])
        order, signed = rng.choice(["little", "big"]), rng.random() < 0.5
        unary.append([str(a), a.bit_length(), a.bit_count(), attempt(lambda: math.isqrt(a)), n, str(a << n), str(a >> n), attempt(lambda: round(a, -rng.randrange(0, 1) - size)), size, order, signed, attempt(lambda: a.to_bytes(size, order, signed=signed), bytes.hex), attempt(lambda: float(a), repr), bin(a), oct(a), hex(a)])
    powers = []
    for _ in range(80):
        a, e, m = any_int(rng) >> rng.randrange(0, 150), rng.randrange(0, 60), any_int(rng)
        powers.append([str(a), e, str(a**e), str(m), attempt(lambda: pow(a, e, m)), attempt(lambda: pow(a, -e, m))])
    texts = ["0", "-0", "+5", "1_000", "1__0", "_1", "1_", "0x1f", "0X_1f", "0x", "0b101", "0b2", "0o17", "017", "00", "0_0", "- 1", " 12 ", "\u0661\u0662", "zz", "", "+", "--1", "0_7", "1e5", "9" * 60, "-" + "7" * 40, "abcdefghij" * 6, "0b_1", "0_x1", "\xb2"]
    parses = [[t, base, attempt(lambda: int(t, base))] for t in texts for base in (0, 2, 3, 8, 10, 16, 20, 32, 36, 1, 37)]
    from_bytes = []
    for _ in range(200):
        data, order, signed = rng.randbytes(rng.randrange(0, 20)), rng.choice(["little", "big"]), rng.random() < 0.5
        from_bytes.append([data.hex(), order, signed, str(int.from_bytes(data, order, signed=signed))])
    return dict(binary=binary, unary=unary, powers=powers, parses=parses, from_bytes=from_bytes)


@golden
def formats(rng):
    cases = []
    for _ in range(2200):
        kind = rng.choice("ifsc")
        spec = rng.choice(["", "", "<", ">", "=", "^", "*<", "x^", "0=", "\u20ac>", "0>"]) + rng.choice(["", "", "+", "-", " "]) + rng.choice(["", "", "", "z"]) + rng.choice(["", "", "", "#"]) + rng.choice(["", "", "0"])
        spec += rng.choice(["", "", "1", "5", "8", "13", "20", "\u0663"]) + rng.choice(["", "", "", ",", "_", ",_", "_,"]) + rng.choice(["", "", "", ".0", ".1", ".3", ".10", ".25", "."])
        spec += rng.choice({"i": ["", "d", "d", "x", "X", "b", "o", "c", "n", "f", "e", "%", "q", "s", "dd", "\n"], "f": ["", "", "f", "F", "e", "E", "g", "G", "n", "%", "d", "\x7f"], "s": ["", "s", "d", "sx"], "c": ["", "f", "e", "g", "G", "n", "%"]}[kind])
        if kind == "i":
            value = any_int(rng) if "c" not in spec else rng.randrange(-2, 300)
            text = str(value)
        elif kind == "f":
            value = any_float(rng)
            text = repr(value)
        elif kind == "s":
            value = text = rng.choice(["", "a", "hello", "\u20ac\u20ac"])
        else:
            value = complex(any_float(rng), any_float(rng))
            text = [repr(value.real), repr(value.imag)]
        cases.append([kind, text, spec, attempt(lambda: format(value, spec))])
    return cases


@golden
def hashes(rng):
    """With PYTHONHASHSEED=123: the script starts itself anew to have that."""
    texts = ["", "a", "abc", "abcdefgh", "abcdefghi" * 5, "\xe9t\xe9", "\u20ac", "\u4e2d\u6587\u5b57", "x" * 100] + ["".join(chr(rng.randrange(32, 127)) for _ in range(rng.randrange(1, 40))) for _ in range(100)]
    wide = ["\U0001f600", "a\U0001f600", "\U00010000" * 9]
    numbers = [any_int(rng) for _ in range(200)] + [2**61 - 1, -(2**61 - 1), 2**61 - 2, 1 - 2**61, -2, -1, 2**61, 2**200]
    floats = [x for x in (any_float(rng) for _ in range(300)) if x == x]
    tuples = [[any_int(rng) for _ in range(rng.randrange(0, 6))] for _ in range(150)]
    sets = [[any_int(rng) for _ in range(rng.randrange(0, 6))] for _ in range(150)]
    complexes = [(rng.randrange(-99, 99) / 4, rng.randrange(-99, 99) / 4) for _ in range(100)]
    return dict(
        texts=[[t, str(hash(t)), str(hash(t.encode("utf-8")))] for t in texts],
        wide=[[[ord(c) for c in t], str(hash(t))] for t in wide],
        ints=[[str(n), str(hash(n))] for n in numbers],
        floats=[[repr(x), str(hash(x))] for x in floats],
        tuples=[[[str(n) for n in t], str(hash(tuple(t)))] for t in tuples],
        sets=[[[str(n) for n in frozenset(t)], str(hash(frozenset(t)))] for t in sets],
        complexes=[[*map(repr, c), str(hash(complex(*c)))] for c in complexes],
    )


def some_text(rng, length):
    def one():
        kind = rng.randrange(9)
        if kind < 3:
            return rng.choice("aAbBzZ 1_-.\u03a3\u03c3\u00b7'\u0307i\u0130\u00df\ufb03\u01c5\u0345")
        if kind == 3:
            return chr(rng.choice([0x300, 0x301, 0x307, 0x327, 0x323, 0x1100, 0x1161, 0x11a8, 0xac00, 0xac01, 0x0958, 0x1e9b, 0x212b, 0x2126, 0xfb1d, 0x3099, 0x304b, 0x1d15e, 0x09c7, 0x09be]))
        if kind == 4:
            return chr(rng.randrange(0x370, 0x400))
        if kind == 5:
            return chr(rng.randrange(0xa0, 0x250))
        if kind == 6:
            return chr(rng.randrange(0x1e00, 0x2200))
        if kind == 7:
            return chr(rng.choice([rng.randrange(0x10000, 0x20000), rng.randrange(0xd800, 0xe000), rng.randrange(0xf900, 0xfb50)]))
        return chr(rng.randrange(0x110000))
    return "".join(one() for _ in range(length))


def points(text):
    return [ord(c) for c in text]


@golden
def unicode(rng):
    """Whole-range properties as CRC-32 of one value a code point; texts one by one."""
    import unicodedata as u, zlib
    crc = lambda f: zlib.crc32("\n".join(map(f, map(chr, range(0x110000)))).encode())
    flag = lambda f: crc(lambda c: "1" if f(c) else "0")
    crcs = dict(
        isAlpha=flag(str.isalpha), isDecimal=flag(str.isdecimal), isDigit=flag(str.isdigit), isNumeric=flag(str.isnumeric),
        isAlnum=flag(str.isalnum), isSpace=flag(str.isspace), isPrintable=flag(str.isprintable), isUpper=flag(str.isupper),
        isLower=flag(str.islower), isXidStart=flag(str.isidentifier), isXidContinue=flag(lambda c: ("a" + c).isidentifier()),
        isLineBreak=flag(lambda c: len(("a" + c + "b").splitlines()) == 2), isTitle=flag(lambda c: u.category(c) == "Lt"),
        isMirrored=flag(u.mirrored), categoryOf=crc(u.category), bidirectionalOf=crc(u.bidirectional),
        eastAsianWidthOf=crc(u.east_asian_width), combiningClass=crc(lambda c: str(u.combining(c))),
        decimalValue=crc(lambda c: str(u.decimal(c, -1))), digitValue=crc(lambda c: str(u.digit(c, -1))),
        numericValue=crc(lambda c: repr(u.numeric(c, None))), decompositionText=crc(u.decomposition),
        nameOf=crc(lambda c: u.name(c, "")), toUpperFull=crc(lambda c: ",".join(map(str, points(c.upper())))),
        toLowerFull=crc(lambda c: ",".join(map(str, points(c.lower())))), toTitleFull=crc(lambda c: ",".join(map(str, points(c.title())))),
        toFoldFull=crc(lambda c: ",".join(map(str, points(c.casefold())))), NFC=crc(lambda c: ",".join(map(str, points(u.normalize("NFC", c))))),
        NFKD=crc(lambda c: ",".join(map(str, points(u.normalize("NFKD", c))))),
    )
    old = u.ucd_3_2_0
    crcs.update(
        oldCategoryOf=crc(old.category), oldBidirectionalOf=crc(old.bidirectional), oldEastAsianWidthOf=crc(old.east_asian_width),
        oldIsMirrored=flag(old.mirrored), oldCombiningClass=crc(lambda c: str(old.combining(c))), oldDecimalValue=crc(lambda c: str(old.decimal(c, -1))),
        oldNumericValue=crc(lambda c: repr(old.numeric(c, None))), oldNameOf=crc(lambda c: old.name(c, "")),
        oldDecompositionText=crc(old.decomposition), oldNFC=crc(lambda c: ",".join(map(str, points(old.normalize("NFC", c))))),
        oldNFKD=crc(lambda c: ",".join(map(str, points(old.normalize("NFKD", c))))),
    )
    cases, normal, old_normal = [], [], []
    for _ in range(150):
        t = some_text(rng, rng.randrange(0, 7))
        old_normal.append([points(t), *(points(old.normalize(f, t)) for f in ("NFC", "NFD", "NFKC", "NFKD"))])
    for _ in range(250):
        t = some_text(rng, rng.randrange(0, 9))
        cases.append([points(t), *(points(getattr(t, m)()) for m in ("upper", "lower", "title", "casefold", "capitalize", "swapcase"))])
    for _ in range(500):
        t = some_text(rng, rng.randrange(0, 9))
        normal.append([points(t), *(points(u.normalize(f, t)) for f in ("NFC", "NFD", "NFKC", "NFKD")), *(u.is_normalized(f, t) for f in ("NFC", "NFD", "NFKC", "NFKD"))])
    names = ["LATIN SMALL LETTER A", "latin small letter a", "HANGUL SYLLABLE GAG", "hangul syllable gag", "HANGUL SYLLABLE HIH", "HANGUL SYLLABLE SSA", "HANGUL SYLLABLE A", "HANGUL SYLLABLE GX", "CJK UNIFIED IDEOGRAPH-4E00", "CJK UNIFIED IDEOGRAPH-4e00", "cjk unified ideograph-4E00", "CJK UNIFIED IDEOGRAPH-20000", "CJK UNIFIED IDEOGRAPH-0041", "CJK COMPATIBILITY IDEOGRAPH-F900", "LINE FEED", "nul", "BEL", "KEYCAP DIGIT ONE", "BELL", "", "NO SUCH NAME", "TANGUT IDEOGRAPH-17000", "VS16", "GOTHIC LETTER FAIHU"]
    lookups = [[n, attempt(lambda: u.lookup(n), points)] for n in names]
    return dict(crcs=crcs, cases=cases, normal=normal, old_normal=old_normal, lookups=lookups)


@golden
def binary(rng):
    import binascii as b, zlib, random as r
    data = [bytes(rng.choice([rng.randrange(256), rng.randrange(256), 10, 13, 32, 46, 61, 95, 65]) for _ in range(rng.randrange(0, 120))) for _ in range(60)]
    sums = [[d.hex(), zlib.crc32(d), zlib.crc32(d, 77), zlib.adler32(d), zlib.adler32(d, 12345), b.crc_hqx(d, 99)] for d in data]
    texts = [[d.hex(), b.b2a_base64(d, newline=False).decode(), d.hex("-", 3), d.hex(":", -4), b.b2a_uu(d[:45]).decode(), b.b2a_uu(d[:45], backtick=True).decode()] for d in data]
    quoted = []
    for d in data:
        q, t, h = (rng.random() < 0.5 for _ in range(3))
        quoted.append([d.hex(), q, t, h, b.b2a_qp(d, q, t, h).decode("latin-1"), b.a2b_qp(d, h).hex()])
    base64 = [[s, strict, attempt(lambda: b.a2b_base64(s, strict_mode=strict), bytes.hex)] for s in ["", "YQ==", "YWI=", "YWJj", "YQ", "YQ=", "Y", "YWJjZ", "Y Q = =", "=YQ==", "YQ==YQ==", "YQ===", "YWI==", "YW=I", "YW\nJj", "****", "YWJj\n", "AA=A", "Y=Q="] for strict in (False, True)]
    uu = [[s, attempt(lambda: b.a2b_uu(s.encode()), bytes.hex)] for s in ["#86)C", "#86)C\n", "#86", "", "#86)C x", "#86)C  \n", "#8\x7f)C", "!80``\n", "M"]]
    hexes = [[s, attempt(lambda: b.unhexlify(s), bytes.hex), attempt(lambda: bytes.fromhex(s), bytes.hex)] for s in ["", "00ff", "0", "0g", "zz", "00 ff", " 00ff\n", "0 0", "AbCd"]]
    generators = []
    for seed in (0, 1, -7, 2**31, 2**32, 2**100 + 12345, 10**400):
        g = r.Random(seed)
        generators.append([str(seed), [repr(g.random()) for _ in range(3)], [str(g.getrandbits(n)) for n in (1, 5, 31, 32, 33, 64, 100)], [g.getrandbits(32) for _ in range(700)][-1]])
    return dict(sums=sums, texts=texts, quoted=quoted, base64=base64, uu=uu, hexes=hexes, generators=generators)


def codec_attempt(function, show):
    try:
        return show(function())
    except UnicodeError as e:
        return [e.encoding, e.start, e.end, e.reason]
    except Exception as e:
        return ["other"]


@golden
def codecs(rng):
    """Decoding and encoding with every built-in handler; incremental decoding as (text, consumed)."""
    import codecs as c
    pieces = [b"a", b"Z9", b"\xc3\xa9", b"\xe2\x82\xac", b"\xf0\x9f\x98\x80", b"\xf0\x9f", b"\xe2\x82", b"\xc3", b"\xff", b"\x80", b"\xc0\x80", b"\xe0\x80\x80", b"\xed\xa0\xbd", b"\xed\xb2\x80", b"\xf4\x90\x80\x80", b"\xf5", b"\xf0\x80", b"\n"]
    escapes = [b"\\n", b"\\x41", b"\\x4", b"\\u20ac", b"\\u20", b"\\U0001f600", b"\\U00110000", b"\\N{BULLET}", b"\\N{NOPE}", b"\\N", b"\\N{", b"\\N{}", b"\\101", b"\\7", b"\\777", b"\\q", b"\\\n", b"\\", b"\\\\", b"b", b"\xe9", b"\\'", b"u", b"\\ud83d"]
    shifts = [b"+", b"-", b"AGE", b"IKw", b"2D3eAA", b"a", b"/", b"+IKw-", b"+2D3eAA-", b"!", b"\xff", b"B", b"\n", b"~", b"+AGE-"]
    units = [b"a\0", b"\0a", b"\xff\xfe", b"\xfe\xff", b"\x3d\xd8", b"\0\xde", b"\0\0", b"\x10\0", b"\x11\0", b"x", b"\xac\x20", b"\xff\xfe\0\0", b"a\0\0\0"]
    choices = {"utf-8": pieces, "ascii": pieces, "latin-1": pieces, "unicode_escape": escapes, "raw_unicode_escape": escapes, "utf-7": shifts, "utf-16": units, "utf-16-le": units, "utf-16-be": units, "utf-32": units, "utf-32-le": units, "utf-32-be": units}
    errors = ["strict", "strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass"]
    partial = {"utf-8": c.utf_8_decode, "utf-7": c.utf_7_decode, "unicode_escape": c.unicode_escape_decode, "raw_unicode_escape": c.raw_unicode_escape_decode, "utf-16": c.utf_16_decode, "utf-16-le": c.utf_16_le_decode, "utf-16-be": c.utf_16_be_decode, "utf-32": c.utf_32_decode, "utf-32-le": c.utf_32_le_decode, "utf-32-be": c.utf_32_be_decode}
    import warnings
    warnings.simplefilter("ignore")
    decode, encode = [], []
    for _ in range(1250):
        encoding, handler = rng.choice(list(choices)), rng.choice(errors)
        data = b"".join(rng.choice(choices[encoding]) for _ in range(rng.randrange(0, 6)))
        part = codec_attempt(lambda: partial[encoding](data, handler, False), lambda r: [points(r[0]), r[1]]) if encoding in partial else None
        decode.append([encoding, handler, data.hex(), codec_attempt(lambda: data.decode(encoding, handler), points), part])
    texts = ["a", "Z+~\\", "\xe9", "\u20ac", "\U0001f600", "\ud83d", "\udc80", "\udcff", "\n", "\t", "\x7f", "\0", "-", "/", "\u0141\u0142", "\U0010ffff", "\xa0"]
    errors += ["xmlcharrefreplace", "namereplace"]
    for _ in range(1000):
        encoding, handler = rng.choice(list(choices)), rng.choice(errors)
        text = "".join(rng.choice(texts) for _ in range(rng.randrange(0, 7)))
        encode.append([encoding, handler, points(text), codec_attempt(lambda: text.encode(encoding, handler), bytes.hex)])
    return dict(decode=decode, encode=encode)


@golden
def texts(rng):
    """str and bytes helpers on code points."""
    reprs = []
    for _ in range(200):
        t = some_text(rng, rng.randrange(0, 6)) + rng.choice(["", "'", '"', "'\"", "\\", "\n\r\t\x7f"])
        reprs.append([points(t), repr(t).encode("utf-16-le").hex(), ascii(t), repr(t.encode("utf-8", "replace"))])
    searches = []
    for _ in range(400):
        t = "".join(rng.choice("ab \t\n") for _ in range(rng.randrange(0, 14)))
        n = "".join(rng.choice("ab ") for _ in range(rng.randrange(0, 6)))
        i, j, k = rng.randrange(0, 8), rng.randrange(0, 16), rng.randrange(-1, 4)
        j = min(j, len(t))
        split = lambda m, *a: getattr(t, m)(*a)
        searches.append([t, n, i, j, k, t.find(n, i, j), t.rfind(n, i, j), t.count(n, i, j), split("split", n, k) if n else 0, split("rsplit", n, k) if n else 0, split("split", None, k), split("rsplit", None, k), t.expandtabs(k + 2)])
    lines = []
    for _ in range(150):
        t = "".join(rng.choice("ab\r\n\x0b\x1c\x85\u2028\x1f") for _ in range(rng.randrange(0, 9)))
        lines.append([t, t.splitlines(), t.splitlines(True)])
    return dict(reprs=reprs, searches=searches, lines=lines)


@golden
def libm(rng):
    """What glibc gives; and for some functions the correctly rounded value, by 60-digit decimals."""
    from decimal import Decimal as D, getcontext, localcontext
    u = rng.uniform
    arguments = dict(
        exp=lambda: (rng.choice([u(-700, 700), u(-3, 3), u(-745, -700)]),), expm1=lambda: (u(-5, 5) * 10.0 ** rng.randrange(-8, 2),),
        log=lambda: (rng.choice([u(0, 10), u(0.5, 2), 10 ** u(-300, 300)]),), log2=lambda: (rng.choice([u(0, 10), 2.0 ** rng.randrange(-1070, 1020), 10 ** u(-300, 300)]),),
        log10=lambda: (rng.choice([u(0, 10), 10.0 ** rng.randrange(-20, 20), 10 ** u(-300, 300)]),), log1p=lambda: (rng.choice([u(-1, 10), u(-1, 1) * 1e-5, 10 ** u(0, 100)]),),
        pow=lambda: (rng.choice([u(0, 10), 10 ** u(-10, 10), float(rng.randrange(1, 50))]), rng.choice([u(-20, 20), float(rng.randrange(-20, 20)), rng.randrange(-9, 9) / 3])),
        sin=lambda: (rng.choice([u(-7, 7), u(-1000, 1000), 10 ** u(-10, 300)]),), cos=lambda: (rng.choice([u(-7, 7), u(-1000, 1000), 10 ** u(-10, 300)]),),
        tan=lambda: (rng.choice([u(-7, 7), u(-1000, 1000), 10 ** u(-10, 300)]),), asin=lambda: (u(-1, 1),), acos=lambda: (u(-1, 1),), atan=lambda: (u(-1, 1) * 10.0 ** rng.randrange(-5, 5),),
        atan2=lambda: (u(-5, 5), u(-5, 5) * 10.0 ** rng.randrange(-3, 3)), sinh=lambda: (u(-20, 20) * rng.choice([1, 0.01, 30]),), cosh=lambda: (u(-20, 20) * rng.choice([1, 0.01, 30]),),
        tanh=lambda: (u(-5, 5) * rng.choice([1, 0.01]),), asinh=lambda: (u(-5, 5) * 10.0 ** rng.randrange(-5, 9),), acosh=lambda: (1 + 10 ** u(-5, 10),), atanh=lambda: (u(-1, 1),),
        cbrt=lambda: (u(-1, 1) * 10.0 ** rng.randrange(-50, 50),), hypot=lambda: (u(-5, 5), u(-5, 5)), erf=lambda: (u(-4, 4) * rng.choice([1, 0.1]),), erfc=lambda: (u(-4, 25),),
        gamma=lambda: (rng.choice([u(-20, 100), rng.randrange(1, 40) / 2]),), lgamma=lambda: (u(-20, 1000),),
    )
    native = {name: [[*map(repr, a), repr(getattr(math, name)(*a))] for a in (make() for _ in range(95))] for name, make in arguments.items()}
    special = [0.0, -0.0, 1.0, -1.0, math.inf, -math.inf, math.nan, 5e-324, 1e308, -745.5, 710.0, 0.5]
    edges = {name: [[repr(x), attempt(lambda: getattr(math, name)(x), repr)] for x in special] for name, make in arguments.items() if len(make()) == 1}
    getcontext().prec = 60
    exact = []
    for _ in range(380):
        x = arguments["exp"]()[0]
        exact.append(["exp", repr(x), "0.0", repr(float(D(x).exp()))])
        x = arguments["log"]()[0]
        exact.append(["log", repr(x), "0.0", repr(float(D(x).ln()))])
        x, y = arguments["pow"]()
        exact.append(["pow", repr(x), repr(y), repr(float(D(x) ** D(y)))])
    return dict(native=native, edges=edges, exact=exact)


if __name__ == "__main__":
    if os.environ.get("PYTHONHASHSEED") != "123":
        os.environ["PYTHONHASHSEED"] = "123"
        os.execv(sys.executable, [sys.executable, *sys.argv])
    for name in sys.argv[1:] or GENERATORS:
        data = GENERATORS[name](random.Random(name))
        text = json.dumps(data, separators=(",", ":"), ensure_ascii=True)
        with open(os.path.join(OUT, name + ".json"), "w") as file:
            file.write(text + "\n")
        print(name, len(text))
