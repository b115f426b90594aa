# Where the caret of a SyntaxError stands, for offsets before, in and behind its text.
import sys, traceback
def show(text, *off):
    e = SyntaxError("msg", ("file.py", 1, *off[:1], text, *off[1:])) if False else None
for offset in range(-5, 10):
    for add in [0, 2]:
        text = " "*add + "text%d" % offset
        exc = SyntaxError("msg"); exc.filename="file.py"; exc.lineno=1; exc.offset=offset; exc.text=text; exc.msg='msg'
        sys.__excepthook__(SyntaxError, exc, None)
        print(''.join(traceback.format_exception_only(exc)), end='', file=sys.stderr)
