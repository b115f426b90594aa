"""_sre.compile and the other functions of the module itself."""
import _sre

def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)

show(_sre.getcodesize)
show(lambda: (_sre.MAGIC, _sre.CODESIZE, _sre.copyright))
for code in [[1], [16, 97, 1], [], [1, 2, 3], [99], [15, 9, 1], [16], [7, 5, 1], [24, 5, 0, 1, 2, 1, 1], [17, 9, 1], [11, 0, 1], [13, 3, 1, 0, 1]]:
    show(_sre.compile, "a", 0, code, 0, {}, ())
show(_sre.compile, "a", 0, ["x"], 0, {}, ())
show(_sre.compile, "a", 0, [-1], 0, {}, ())
show(_sre.compile, "a", 0, (1,), 0, {}, ())
show(_sre.compile, 1, 0, [1], 0, {}, ())
show(_sre.compile, "a", 0, [1], 0, [], ())
show(_sre.compile, "a", 0, [1], 0, {}, [])
show(_sre.compile, None, 0, [1], 0, {}, ())
show(_sre.compile, "a", 0x1012, [1], 0, {}, ())
show(_sre.template, None, 1)
show(_sre.template, None, [])
show(_sre.template, None, ["a", 1])
show(_sre.template, None, ["a", -1, "b"])
show(_sre.template, None, ["a", "q", "b"])
show(lambda: type(_sre.template(None, ["a"])))
show(lambda: [_sre.ascii_iscased(c) for c in (65, 97, 48, 0xE9)] + [_sre.unicode_iscased(c) for c in (65, 0xE9, 0xDF, 0x4E2D)])
show(lambda: [_sre.ascii_tolower(c) for c in (65, 97, 0xC9)] + [_sre.unicode_tolower(c) for c in (65, 0xC9, 0x130, 0x10400)])
