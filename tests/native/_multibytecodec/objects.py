# Codecs as objects: error handlers, incremental forms with their states, streams, checks of arguments.
import codecs
import io

import _codecs_cn
import _codecs_jp
import _multibytecodec


def attempt(action):
    try:
        print(ascii(action()))
    except Exception as error:
        print(type(error).__name__, ascii(str(error)))


gbk = _codecs_cn.getcodec("gbk")
attempt(lambda: _codecs_cn.getcodec("nope"))
attempt(lambda: _codecs_cn.getcodec(1))
attempt(lambda: type(gbk)())
attempt(lambda: gbk.encode(1))
attempt(lambda: gbk.decode("x"))
attempt(lambda: gbk.encode("\u4e2d", 1))
attempt(lambda: gbk.encode("\ud800"))
for errors in "strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace", "surrogateescape", "nope":
    attempt(lambda: gbk.encode("a\u0e01\u4e2d\u0e02", errors))
    attempt(lambda: gbk.decode(b"a\x81\xff\xd6\xd0\x81", errors))
codecs.register_error("test.back", lambda error: ("?!", error.end))
codecs.register_error("test.bytes", lambda error: (b"\xff", -1))
attempt(lambda: gbk.encode("a\u0e01b", "test.back"))
attempt(lambda: gbk.encode("a\u0e01b", "test.bytes"))
attempt(lambda: gbk.decode(b"a\x81\xffb", "test.back"))
encoder = codecs.getincrementalencoder("big5hkscs")()
attempt(lambda: (encoder.encode("\xca"), encoder.getstate(), encoder.encode("\u0304"), encoder.getstate()))
attempt(lambda: (encoder.encode("\xca"), encoder.encode("", True)))
attempt(lambda: (encoder.errors, setattr(encoder, "errors", "ignore"), encoder.errors))
attempt(lambda: setattr(encoder, "errors", 1))
attempt(lambda: encoder.setstate(2**200))
attempt(lambda: encoder.setstate(-1))
attempt(lambda: encoder.setstate("x"))
decoder = codecs.getincrementaldecoder("iso2022_jp")()
attempt(lambda: (decoder.decode(b"\x1b$B$"), decoder.getstate()))
state = decoder.getstate()
attempt(lambda: decoder.decode(b"\x22"))
decoder.setstate(state)
attempt(lambda: (decoder.decode(b"\x24"), decoder.reset(), decoder.getstate()))
attempt(lambda: decoder.setstate((b"x" * 20, 0)))
attempt(lambda: decoder.setstate(1))
attempt(lambda: decoder.decode(b"\x1b$B$", True))
text = "\u65e5\u672c\u8a9e\nabc\u30ab\u309a\n\uff76"
for name in "euc_jp", "iso2022_jp_ext", "shift_jis_2004", "hz", "gb18030", "cp949", "iso2022_kr":
    encoder = codecs.getincrementalencoder(name)("ignore")
    pieces = [encoder.encode(c) for c in text] + [encoder.encode("", True)]
    data = b"".join(pieces)
    print(name, data, data == text.encode(name, "ignore"))
    decoder = codecs.getincrementaldecoder(name)()
    print(ascii([decoder.decode(bytes([byte])) for byte in data] + [decoder.decode(b"", True)]))
    reader = codecs.getreader(name)(io.BytesIO(data))
    print(ascii([reader.read(2), reader.readline(), reader.readlines()]))
    stream = io.BytesIO()
    writer = codecs.getwriter(name)(stream, "replace")
    writer.write(text)
    writer.writelines(["x", "\u65e5"])
    writer.reset()
    print(stream.getvalue())
wrapped = io.TextIOWrapper(io.BytesIO("\u4e2d\u6587\r\n\u5b57".encode("gbk")), "gbk")
print(ascii(wrapped.readline()), wrapped.tell(), ascii(wrapped.read()))
source = "# -*- coding: euc-kr -*-\nname = '\ud55c\uae00'\n".encode("euc-kr")
scope = {}
exec(compile(source, "korean", "exec"), scope)
print(ascii(scope["name"]))
for bad in b"# coding: gbk\nx = '\x81'\n", b"# coding: shift_jis\n'\x82\xa0\x83\x5c'\n":
    try:
        print(ascii(eval(compile(bad.split(b"\n", 1)[0] + b"\n" + bad.split(b"\n", 1)[1], "bad", "eval" if b"=" not in bad else "exec"))))
    except SyntaxError as error:
        print(error)
