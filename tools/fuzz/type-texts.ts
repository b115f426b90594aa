/**
 * Programs over what is read from text and written as text: numerals, floats, big ints, str and bytes methods, codecs with
 * their error handlers, templates, structures. Texts are put together from pieces that once made a difference.
 */
import type { Random } from "./random.ts";

const DIGITS = ["0", "1", "7", "9", "12", "00", "_", "_1", "__", "\\u0661", "\\uff15", "a", "f", "z"];
const NUMERAL_PARTS = [
  ...DIGITS,
  ..." |+|-|.|e|E|e5|e-3|E+400|e-400|0x|0b|0o|0X|j|J|inf|nan|Infinity|-nan|(|)|\\n|\\u3000|\\x00|p3|p-1080|p1023|.8|\\ud800|#|e99999999999999999999".split(
    "|",
  ),
];

/** A numeral, right or nearly so. */
function numerals(random: Random): string {
  const text = random.some(0, 5, () => random.pick(random.below(3) === 0 ? NUMERAL_PARTS : DIGITS)).join("");
  const literal = random.below(6) === 0 && !text.includes("\\u") ? `b'${text}'` : `'${text}'`;
  return `x = ${literal}\nr = ${random.pick([
    "int(x)",
    `int(x, ${random.pick(["0", "2", "8", "10", "16", "36", "1", "37", "-1", "10**20", "Ix(16)", "None", "True"])})`,
    "float(x)",
    "float(x)",
    "complex(x)",
    "float.fromhex(x)",
    "[x.isdigit(), x.isdecimal(), x.isnumeric()]",
    "eval(x)",
  ])}\n`;
}

const random53 = (random: Random): string =>
  `float.fromhex('${random.pick(["", "-"])}0x1.${random.some(1, 13, () => random.below(16).toString(16)).join("")}p${random.pick([random.below(12) - 4, random.below(120) - 60, random.below(2080) - 1060])}')`;
const decimal = (random: Random): string =>
  `${random.pick(["", "-"])}${random
    .some(1, 18, () => random.below(10))
    .join("")
    .replace(
      /^0+(?=\d)/,
      "",
    )}.${random.some(1, 6, () => random.pick([0, 5, 9, 4, random.below(10)])).join("")}e${random.pick([0, 0, 1, -1, -5, 16, 300, -310])}`;
const presentation = (random: Random): string =>
  random.pick(["", "<", ">", "=", "^", "*>", "0<", "0=", "0^"]) +
  random.pick(["", "", "+", "-", " ", "z", "+z"]) +
  random.pick(["", "", "#"]) +
  random.pick(["", "", "0"]) +
  random.pick(["", "", "1", "8", "21", "30"]) +
  random.pick(["", "", ",", "_"]) +
  random.pick(["", "", ".0", ".1", ".2", ".5", ".16", ".17", ".40"]) +
  random.pick(["", "e", "f", "g", "E", "F", "G", "n", "%", "d", "x", "s"]);

/** A float and how it is written, rounded and taken apart. */
function floats(random: Random): string {
  const spec = presentation(random);
  return `x = ${random.below(2) === 0 ? random53(random) : decimal(random)}\n${random.pick([
    `r = format(x, '${spec}')`,
    `r = format(complex(x, ${decimal(random)}), '${spec}')`,
    `r = f'{x:${spec}}', f'{x!r:>{len(repr(x)) + 1}}'`,
    "r = repr(x), str(-x), x.hex(), float.fromhex(x.hex()) == x",
    "r = x.as_integer_ratio()",
    `r = [round(x, n) for n in (${random.below(20)}, -${random.below(20)}, None)]`,
    `r = ['%${random.pick(["", "-", "+", "0", "#", " "])}${random.pick(["", "9", "30"])}.${random.below(20)}' + c for c in 'efgEFG'], [('%.3' + c) % x for c in 'rsa']`,
    `r = divmod(x, ${decimal(random)}), x // ${decimal(random)}, x % -${decimal(random).replace("-", "")}`,
    "r = int(x), x.__floor__(), x.__ceil__(), x.__trunc__(), x.is_integer()",
    `y = ${bigInt(random)}\nr = x < y, x == y, y > x, x != y, hash(x) == hash(y)`,
  ])}\n`;
}

const bigInt = (random: Random): string =>
  random.pick(["", "-"]) +
  random.pick([
    `${random
      .some(1, 60, () => random.below(10))
      .join("")
      .replace(/^0+(?=\d)/, "")}`,
    `(2**${random.below(200)}${random.pick([" + 1", " - 1", ""])})`,
    `(10**${random.below(60)}${random.pick([" + 1", " - 1", ""])})`,
    `${random.below(100)}`,
  ]);

/** Two ints of any size, and what one does with them. */
function ints(random: Random): string {
  const shift = random.pick(["0", "1", "30", "64", "65", "130", "-1"]);
  return `x = ${bigInt(random)}\ny = ${bigInt(random)}\n${random.pick([
    "r = divmod(x, y)",
    "r = x // y, x % y",
    "r = x * y, x + y, x - y",
    "r = x & y, x | y, x ^ y, ~x",
    `r = x << ${shift}, x >> ${shift}`,
    "r = x / y",
    `r = pow(x, ${random.below(40)}, y)`,
    "r = pow(x, -1, y)",
    `r = pow(x, ${random.below(9)})`,
    "r = x.bit_length(), x.bit_count(), float(x), complex(x)",
    `r = x.to_bytes(${random.pick(["1", "8", "30", "0"])}, '${random.pick(["big", "little", "middle"])}', signed=${random.pick(["True", "False"])})`,
    `r = int.from_bytes(b'${random.some(0, 12, () => `\\x${(random.below(256) + 256).toString(16).slice(1)}`).join("")}', '${random.pick(["big", "little"])}', signed=${random.pick(["True", "False"])})`,
    `r = round(x, -${random.below(30)})`,
    `r = format(x, '${presentation(random)}'), '%${random.pick(["", "#", "0", "+"])}${random.pick(["", "40", ".30"])}${random.pick([..."dxXoi"])}' % x`,
    `r = format(x, '${random.pick(["", "#", "_", "#_", "012_", "^30,", ","])}${random.pick([..."bodxXcn"])}')`,
    "r = hex(x), oct(x), bin(x), int(hex(x), 16) == x",
    "r = x.__lshift__(y) if abs(y) < 500 else None, x.__truediv__(y), x.__rfloordiv__(y)",
  ])}\n`;
}

const PIECES =
  "a|b|ab|A|B|Z| |  |\\t|\\n|\\r|\\r\\n|\\x0b|\\x0c|\\x1c|\\x85|\\u2028|,|,,|.|:|0|1|\\u0661|\\u00b2|\\xdf|\\u0130|\\u0131|\\u01c5|\\u01c4|\\u03c3|\\u03c2|\\u03a3|\\ufb01|\\u0301|\\u1e9e|\\u0149|\\xaa|\\ud800|\\udc80|\\udfff|\\U0001f600|\\U00010400|\\U00010428|\\U0010ffff|\\x00|'|\\\"|\\\\\\\\|%|{|}|_|-|+".split(
    "|",
  );
const text = (random: Random, most = 8): string =>
  `"${random.some(0, most, () => random.pick(random.below(2) === 0 ? PIECES.slice(0, 6) : PIECES)).join("")}"`;
const BYTE_PIECES =
  "a|b|ab|A|Z| |\\t|\\n|\\r|\\x0b|\\x1c|\\x85|\\x00|\\xff|\\xc3|\\xa9|\\xe2\\x82|\\xac|\\xf0|\\x9f|\\xed\\xa0\\x80|0|1|,|+|-|&|/|\\\\\\\\|u|U|N|{|}|x|\\xd8\\x00|\\xdc".split(
    "|",
  );
const bytes = (random: Random, most = 8): string =>
  `b"${random.some(0, most, () => random.pick(random.below(3) === 0 ? BYTE_PIECES.slice(0, 5) : BYTE_PIECES)).join("")}"`;
const bound = (random: Random): string =>
  random.pick([
    "",
    ", 0",
    ", 1",
    ", -2",
    ", 2, 5",
    ", None, -1",
    ", 100",
    ", -100, 100",
    ", 10**20",
    ", 3, 1",
    ", Ix(1)",
  ]);
const limit = (random: Random): string => random.pick(["", ", 0", ", 1", ", -1", ", 2", ", Ix(2)", ", 10**20"]);

/** A text or bytes, their methods with arguments that fit. */
function methods(random: Random): string {
  const make = random.pick([text, text, bytes]);
  const [x, y, z] = [make(random, 10), make(random, 2), make(random, 3)];
  const only = make === text ? "" : "getattr(x, 'none', x)";
  return `x = ${random.below(8) === 0 && make === bytes ? `bytearray(${x})` : x}\ny = ${y}\nz = ${z}\n${random.pick([
    `r = x.${random.pick(["split", "rsplit"])}(${random.pick(["y", "y", "None"])}${limit(random)})`,
    "r = x.split(), x.rsplit(), x.splitlines(), x.splitlines(True)",
    `r = x.${random.pick(["find", "rfind", "index", "rindex", "count", "startswith", "endswith"])}(y${bound(random)})`,
    `r = x.${random.pick(["startswith", "endswith"])}((y, z)${bound(random)})`,
    `r = x.replace(y, z${limit(random)})`,
    "r = x.partition(y), x.rpartition(y), x.removeprefix(y), x.removesuffix(y)",
    `r = x.${random.pick(["strip", "lstrip", "rstrip"])}(${random.pick(["", "y", "z", "None"])})`,
    `r = x.${random.pick(["center", "ljust", "rjust"])}(${random.pick(["5", "12", "-1", "Ix(8)"])}${random.pick(["", ", y", ", x[:1]"])})`,
    `r = x.zfill(${random.below(12)}), x.expandtabs(${random.pick(["", "1", "4", "0", "-1"])})`,
    "r = x.upper(), x.lower(), x.swapcase(), x.capitalize(), x.title()",
    only || "r = x.casefold(), x.isidentifier(), x.isprintable(), x.isdecimal(), x.isnumeric()",
    "r = x.isalnum(), x.isalpha(), x.isdigit(), x.islower(), x.isupper(), x.istitle(), x.isspace(), x.isascii()",
    "r = y.join([x, z, x]), y.join(x) if isinstance(x, str) else 0",
    "r = x + y, x * 3, y in x, x < y, x == y, x >= z",
    "r = repr(x), ascii(x), len(x), x[::-1], x[1:-1], x[::2]",
    `r = x.translate(x.maketrans(y, z${make === text && random.below(2) === 0 ? ", 'a'" : ""}))`,
    only ||
      `r = x.translate({97: z, 98: None, ord(x[0]): ${random.pick(["0x1f600", "0x110000", "-1", "'q'", "1.5", "y"])}})`,
    only || "r = sorted(x), max(x), min(x), sorted({c: 1 for c in x})",
    `r = x.hex(${random.pick(["", "':'", "'-', 2", "b'+', -3", "y", "'ab'"])})`,
    `x = bytearray(x) if x.__class__ is bytes else x\nr = x.${random.pick(["pop()", "insert(1, 65)", "extend(z)", "remove(97)", "reverse()", "append(256)", "append(Ix(3))", "extend([1, 2, 300])", "clear()"])}`,
  ])}\n`;
}

const CODECS =
  "ascii|latin-1|utf-8|utf-16|utf-16-le|utf-16-be|utf-32|utf-32-be|utf-7|utf-8-sig|unicode_escape|raw_unicode_escape|cp1252|cp437|cp1251|punycode|idna|charmap|koi8-r|mac_roman|shift_jis|gbk|euc_kr|big5|iso2022_jp|hz|gb18030|undefined|rot13|hex|nope".split(
    "|",
  );
const HANDLERS =
  "strict|ignore|replace|backslashreplace|xmlcharrefreplace|namereplace|surrogateescape|surrogatepass|nope".split("|");
const WIDE = ["\\u20ac", "\\u4e2d", "\\u0434", "\\xe9", "\\uff71", "\\u3042", "\\uac00", "\\x80"];

/** To bytes, or from them. */
function codecs(random: Random): string {
  const codec = random.below(2) === 0 ? random.pick(CODECS.slice(0, 12)) : random.pick(CODECS);
  const args = `'${codec}', '${random.pick(HANDLERS)}'`;
  const characters = random.some(0, 5, () => random.pick(random.below(2) === 0 ? WIDE : PIECES)).join("");
  const escapes = random
    .some(1, 4, () =>
      random.pick(
        "\\\\\\\\|\\\\u12|\\\\ud800|\\\\U00110000|\\\\U0001f600|\\\\x4|\\\\x41|\\\\N{BULLET}|\\\\N{no}|\\\\777|\\\\q|+AGE-|+2D3eAA-|+AG|-|+-|+|a|\\xe9|xn--|.|~{|~}".split(
          "|",
        ),
      ),
    )
    .join("");
  return random.pick([
    `x = "${characters}"\nr = x.encode(${args})\ny = r.decode('${codec}')\n`,
    `x = ${bytes(random, 6)}\nr = x.decode(${args})\n`,
    `x = b"${escapes}"\nr = x.decode('${random.pick(["unicode_escape", "raw_unicode_escape", "utf-7", "hz", "idna", "punycode"])}', '${random.pick(HANDLERS)}')\n`,
    `import codecs\nx = codecs.getincrementaldecoder('${random.pick(CODECS.slice(0, 12))}')('${random.pick(HANDLERS)}')\nr = []\nfor y in ${bytes(random, 3)}, ${bytes(random, 3)}, b'':\n    r.append(x.decode(y))\n    r.append(x.getstate())\nr.append(x.decode(b'', True))\nx = None\n`,
    `import codecs\nx = ${random.below(2) === 0 ? `b"${escapes}"` : bytes(random, 6)}\nr = codecs.${random.pick(["utf_8_decode", "utf_7_decode", "utf_16_decode", "utf_16_ex_decode", "utf_32_decode", "unicode_escape_decode", "raw_unicode_escape_decode", "ascii_decode", "latin_1_decode", "escape_decode", "charmap_decode"])}(x, '${random.pick(HANDLERS)}')\n`,
    `r = str(${bytes(random, 5)}, ${args}), bytes("${characters}", ${args})\n`,
  ]);
}

const FIELD_PARTS =
  "{}|{0}|{1}|{x}|{y}|{0.real}|{0[0]}|{x[a]}|{x[-1]}|{!r}|{x!s:>5}|{:{}}|{0:{1}}|{{|}}|{|}|{!|{:|{0!}|{:>{width}}|{[}|{.}|{0.}|{0[]}|a|{:,}|{:x}|{:.2}|{x!a:^10}|{0!rx}|{ 0 }|{-1}|{99999999999999999999}|{:{{}}}|{:{:{}}}".split(
    "|",
  );
const PERCENT_PARTS =
  "%s|%r|%a|%d|%5d|%-5d|%05d|%+d|%x|%#x|%#o|%.3f|%e|%g|%c|%%|%(a)s|%(b)5.1f|%*d|%.*f|%*.*s|%i|%u|%ld|%hhd|%b|%|%(a|%(a)%|% d|%.0f|%-*s|%0*d|%(a)*d|%q|%.99999999999999999999d|%5%|%\\ud800|%(((a)))s".split(
    "|",
  );
const ARGUMENTS =
  "x|y|(x,)|(x, y)|(x, y, x)|(1, 2, 3)|{'a': x, 'b': y}|{'a': 1.5}|(5, x)|(3, 2, x)|[x]|()|{}|Miss()".split("|");

/** Templates of `%`, `str.format` and f-strings. */
function templates(random: Random): string {
  const values =
    "1|-5|255|1.5|1e300|'ab'|''|'\\U0001f600'|b'q'|None|True|[1]|(1, 2)|{'a': 3}|2+3j|10**20|I(4)|F(2.5)|S('s')|Conv(3)|Conv('t')|Ix(65)|Bad()".split(
      "|",
    );
  const start = `x = ${random.pick(values)}\ny = ${random.pick(values)}\n`;
  const fields = random.some(1, 3, () => random.pick(FIELD_PARTS)).join("");
  const percents = random.some(1, 3, () => random.pick(PERCENT_PARTS)).join("");
  return (
    start +
    random.pick([
      `r = '${fields}'.format(${random.pick(["x, y", "x", "", "x, y, x=x, y=y", "x=x", "*[x, y]", "x, width=7", "**{'x': y}"])})\n`,
      `r = '${fields}'.format_map(${random.pick(["{'x': x, 'y': y}", "Miss()", "{}", "x"])})\n`,
      `r = '${percents}' % ${random.pick(ARGUMENTS)}\n`,
      `r = '${percents}' % ${random.pick(ARGUMENTS)}\n`,
      `r = b'${percents.replace(/\\u..../g, "")}' % ${random.pick(ARGUMENTS)}\n`,
      `r = f'{x:${presentation(random)}}{y!r:${random.pick(["", ">9", "{x}", ".2", "^{x}"])}}{x=}'\n`,
      `r = f'{x}{y!s}{x!a:{y}}'\n`,
    ])
  );
}

/** struct.pack and unpack, in the layouts that do not depend on the machine. */
function structures(random: Random): string {
  const codes = [..."xcbB?hHiIlLqQefdsp", "3s", "0s", "2p", "2x", "3h", "0i", "2?", " "];
  const format =
    random.pick(["<", ">", "=", "!", "<", ">", "@@", ""]).replace(/^$/, "<") +
    random.some(0, 4, () => random.pick(codes)).join("") +
    random.pick(["", "", "", "z", "3", "P"]);
  const values = [
    "1",
    "-1",
    "0",
    "255",
    "256",
    "-129",
    "65535",
    "2**31",
    "2**32",
    "2**63",
    "-(2**63)",
    "2**64",
    "1.5",
    "1e10",
    "1e39",
    "1e308",
    "float('inf')",
    "b'a'",
    "b'abc'",
    "b''",
    "'a'",
    "None",
    "True",
    "Ix(3)",
    "Ix('a')",
    "F(2.5)",
    "bytearray(b'z')",
  ];
  return random.pick([
    `r = struct.pack('${format}'${random.some(0, 4, () => `, ${random.pick(values)}`).join("")})\n`,
    `x = ${bytes(random, 8)}\nr = struct.unpack('${format}', x)\n`,
    `r = struct.calcsize('${format}'), struct.Struct('${format}').format\n`,
    `x = bytearray(12)\nr = struct.pack_into('${format}', x, ${random.pick(["0", "4", "-4", "-13", "12", "10**20"])}${random.some(0, 3, () => `, ${random.pick(values)}`).join("")})\n`,
    `x = ${bytes(random, 10)}\nr = struct.unpack_from('${format}', x, ${random.pick(["0", "1", "-2", "99", "-99"])})\n`,
    `x = ${bytes(random, 8)}\nr = list(struct.iter_unpack('${format}', x))\n`,
  ]);
}

export const TEXT_TOPICS: readonly ((random: Random) => string)[] = [
  numerals,
  floats,
  ints,
  methods,
  methods,
  codecs,
  templates,
  structures,
];
