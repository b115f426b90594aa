"""Source encodings, and the limit on digits of an int."""
import ast
import marshal
import sys


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


show("cookie", lambda: compiled(b"# coding: latin-1\nx='\xe9'", "f.py", "exec")); show("cookie bad", lambda: compiled(b"# coding: foo\nx=1", "f.py", "exec")); show("koi", lambda: compiled(b"# coding: koi8-r\nx='\xc1'", "f.py", "exec"))
show("koi bad", lambda: compiled(b"# coding: cp1251\nx='\x98'", "f.py", "exec")); show("hex", lambda: compiled(b"# coding: hex\nx=1", "f.py", "exec")); show("bom", lambda: compiled(b"\xef\xbb\xbfx=1", "f.py", "exec")); show("bom latin", lambda: compiled(b"\xef\xbb\xbf# coding: latin-1\nx=1", "f.py", "exec"))
show("utf16", lambda: compiled(b"# coding: utf-16\nx=1", "f.py", "exec")); show("utf7", lambda: compiled(b"# coding: utf-7\nx='+AOk-'", "f.py", "exec")); show("bad utf8", lambda: compiled(b"x='\xe9'", "f.py", "exec")); show("rot13", lambda: compiled(b"# coding: rot13\nx=1", "f.py", "exec"));
show("cp437", lambda: compiled(b"# coding: cp437\nx='\x98'", "f.py", "exec")); show("ascii bad", lambda: compiled(b"# coding: ascii\nx='\x98'", "f.py", "exec"))
show("digits", lambda: compile("x = " + "1" * 5000, "f.py", "exec")); show("digits2", lambda: ast.literal_eval("1" * 4301)); show("digits hex", lambda: compiled("x = 0x" + "1" * 5000, "f.py", "exec"))
old = sys.get_int_max_str_digits(); sys.set_int_max_str_digits(700); show("digits 700", lambda: compile("x = " + "1" * 701, "f.py", "exec")); show("in expr", lambda: compile("y = a + (b, " + "1" * 701 + ")", "f.py", "exec")); sys.set_int_max_str_digits(0); show("digits off", lambda: compiled("x = " + "1" * 5000, "f.py", "exec")); sys.set_int_max_str_digits(old)
