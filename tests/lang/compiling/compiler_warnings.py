"""Warnings of the compiler, and as errors."""
import marshal
import warnings


def show(label, work):
    try:
        result = work()
    except BaseException as error:
        details = error.args
        if isinstance(error, SyntaxError):
            details = (error.msg, error.filename, error.lineno, error.offset, error.end_lineno, error.end_offset, error.text)
        result = (type(error).__name__, details)
    print(label, "->", result)


def compiled(*arguments, **options):
    """The end of the marshal data of what compile() gives."""
    code = compile(*arguments, **options)
    return marshal.dumps(code).hex()[-40:]


for s in ("'\\d'", "b'\\d'", "'\\400'", "f'\\d{x}'", "x is 1", "1 is x", "assert (x, 'y')", "1()", "[1](2)", "[1][2, 3]", "(1)(2)", "'a'[b'x']", "x = 0x1for y in z", "1if 2else 3", "1in x", "None['a']", "'x'[1.5]", "{1}[0]", "f'{1}'()", "lambda: 1 is 2", "[a, b, (c, d)(e)]", "1 is not x", "() is x", "x is -1", "x is 'a'", "x is ...","0or 1", "1_0and 2", "1.5else", "0xfor x", "a[1](2)", "b'\\777'", "'\\N{DIGIT ONE}\\p'", "rf'\\d'", "'''\n\\d'''", "f'{x:\\d}'", "f'''{\n1 is 1}'''"):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always"); show(f"warn {s!r}", lambda: (compile(s, "f.py", "exec") and None, [(x.category.__name__, str(x.message), x.filename, x.lineno) for x in w]))
    with warnings.catch_warnings():
        warnings.simplefilter("error"); show(f"error {s!r}", lambda: compile("\n" + s, "f.py", "exec") and None)
