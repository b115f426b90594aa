# pygments: lexers by name and by guess, tokens, formatters, styles, filters.
from pygments import highlight, lex
from pygments.filters import VisibleWhitespaceFilter
from pygments.formatters import HtmlFormatter, LatexFormatter, NullFormatter, RawTokenFormatter, TerminalFormatter
from pygments.lexers import get_all_lexers, get_lexer_by_name, get_lexer_for_filename, guess_lexer
from pygments.styles import get_all_styles, get_style_by_name
from pygments.token import Keyword, Name, string_to_tokentype

SOURCES = {
    "python": 'async def f(x: int = 0x1F) -> str:\n    """Doc."""\n    return f"{x!r:>{10}} {1e5j}" if x else None  # why\n@deco\nclass A(B): pass\n',
    "javascript": "const a = async (b) => { return `x${b}y` ?? /re[g]ex/gi; } // end\nclass B extends C { #p = 1n; }\n",
    "c": '#include <stdio.h>\nint main(void) { printf("%d\\n", 0xFFu); /* no */ return 0; }\n',
    "html": "<!DOCTYPE html><p class=x style='color:red'>a &amp; b<script>var x = 1;</script></p>\n",
    "json": '{"a": [1, 2.5e3, true, null], "b": {"c": "d\\n"}}\n',
    "bash": 'for i in $(ls *.txt); do echo "${i%.txt}" | grep -v x > /dev/null; done\n',
    "sql": "SELECT a.*, COUNT(*) FROM t AS a WHERE x = 'y' -- note\n",
    "rust": "fn main() { let mut v: Vec<u8> = vec![1, 2]; println!(\"{}\", v[0]); }\n",
    "yaml": "a: &x [1, 'b']\nc:\n  - *x\n",
    "pytb": 'Traceback (most recent call last):\n  File "a.py", line 1, in <module>\n    1/0\nZeroDivisionError: division by zero\n',
}
for name, source in SOURCES.items():
    lexer = get_lexer_by_name(name)
    tokens = list(lex(source, lexer))
    print(lexer.name, len(tokens), "".join(value for _, value in tokens) == source)
    print(highlight(source, lexer, HtmlFormatter(nowrap=True)))
python = get_lexer_by_name("python3")
print(highlight("x = 1\n", python, TerminalFormatter()), highlight("x = 1\n", python, RawTokenFormatter()))
print(highlight("def f(): pass\n", python, LatexFormatter()), highlight("a\n", python, NullFormatter()))
print(HtmlFormatter(linenos=True, style="monokai").get_style_defs(".hl")[:400])
print(highlight("a = 1\nb = 2\n", python, HtmlFormatter(linenos="table", hl_lines=[2], full=False)))
python.add_filter(VisibleWhitespaceFilter(spaces=True))
print(highlight("a = 1\n", python, NullFormatter()))
print(guess_lexer("#!/usr/bin/perl\nprint 1;").name, get_lexer_for_filename("x.toml").name, len(list(get_all_lexers(plugins=False))), sorted(get_all_styles())[:5])
print(Keyword in Name, Name.Function in Name, string_to_tokentype("String.Double"), get_style_by_name("vim").background_color)
