# textwrap: wrapping, filling, dedenting, shortening.
import textwrap

text = ("Text wrapping takes one long paragraph, splits it into words at white space and at hyphens-in-compounds, "
        "and puts as many of them into each line as fit -- em-dashes too.  Averyveryverylongwordindeedthatdoesnotfit ends it.")
for line in textwrap.wrap(text, 30):
    print(repr(line))
print(textwrap.fill(text, 40, initial_indent="* ", subsequent_indent="  "))
print(textwrap.fill(text, 20, break_long_words=False, break_on_hyphens=False))
print(textwrap.shorten(text, 40), "|", textwrap.shorten(text, 40, placeholder="..."), "|", textwrap.shorten("short", 40))
block = """
    def f():
        return 1

      odd
    """
print(repr(textwrap.dedent(block)), repr(textwrap.dedent("\tx\n\t y\n  \n")))
print(textwrap.indent("a\n\nb\n", "> "), textwrap.indent("a\n\nb", "> ", lambda line: True))
w = textwrap.TextWrapper(width=25, max_lines=3, placeholder=" [more]", expand_tabs=True, tabsize=4, fix_sentence_endings=True)
print(w.wrap("Hello there.  This\tis tabbed. And so on and on, until there is really no more room at all for it."))
print(textwrap.wrap("a  b\n c", 80), textwrap.wrap("a  b\n c", 80, replace_whitespace=False, drop_whitespace=False), textwrap.wrap("", 10), textwrap.wrap("   ", 10))
for kwargs in ({"width": 0}, {"width": 5, "max_lines": 1, "placeholder": "too long a mark"}):
    try:
        print(textwrap.wrap("some words", **kwargs))
    except ValueError as error:
        print(error)

# Options one at a time, on one text.
sample = "The quick  brown fox, jumped over; the lazy-dog.\tIt was a-well-known-trick!\nSecond line here."
for options in (
    {},
    {"width": 20},
    {"width": 20, "break_on_hyphens": False},
    {"width": 10, "break_long_words": False},
    {"width": 30, "replace_whitespace": False},
    {"width": 30, "drop_whitespace": False},
    {"width": 30, "expand_tabs": False},
    {"width": 30, "tabsize": 4},
    {"width": 30, "fix_sentence_endings": True},
    {"width": 25, "initial_indent": "* ", "subsequent_indent": "  "},
    {"width": 25, "max_lines": 2, "placeholder": " [more]"},
):
    print(options)
    for line in textwrap.wrap(sample, **options):
        print("  ", repr(line))
print(repr(textwrap.indent("a\n\nb\n", "> ", lambda line: True)))
print(repr(textwrap.dedent("\n    x\n      y\n    z\n")))
try:
    textwrap.wrap("text", width=0)
except ValueError as error:
    print("ValueError", error)
