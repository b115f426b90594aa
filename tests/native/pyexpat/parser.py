# The parser object: attributes and their checks, str and files as input, handlers that raise, encodings.
import io
import pyexpat


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


parser = pyexpat.ParserCreate()
for name in "buffer_size", "buffer_text", "StartElementHandler", "intern", "ErrorCode", "nothing":
    attempt(lambda: delattr(parser, name))
for value in 0, -1, "a", 2**70, 1.5, True, 100:
    attempt(lambda: setattr(parser, "buffer_size", value))
print(parser.buffer_size, parser.buffer_text, parser.buffer_used, parser.intern)
attempt(lambda: setattr(parser, "buffer_used", 1))
attempt(lambda: pyexpat.ParserCreate(namespace_separator="ab"))
attempt(lambda: pyexpat.ParserCreate(namespace_separator=1))
attempt(lambda: pyexpat.ParserCreate(intern=1))
attempt(lambda: pyexpat.ParserCreate(None, None, None).intern)
attempt(lambda: pyexpat.ParserCreate("nope").Parse(b"<a/>", 1))
attempt(lambda: parser.Parse(1))
attempt(lambda: (parser.CurrentByteIndex, parser.CurrentLineNumber, parser.CurrentColumnNumber, parser.ErrorCode))
attempt(lambda: parser.Parse("<a>\u20ac</a>", True))
attempt(lambda: parser.Parse(b"", True))
attempt(lambda: (parser.ErrorCode, parser.GetInputContext(), parser.SetBase("x"), parser.GetBase()))
for code in 0, 3, 43, 99, -1:
    attempt(lambda: pyexpat.ErrorString(code))
attempt(lambda: pyexpat.ParserCreate().ParseFile(io.BytesIO(b"<a>" + b"<b/>" * 2000 + b"</a>")))
attempt(lambda: pyexpat.ParserCreate().ParseFile(io.StringIO("<a/>")))
attempt(lambda: pyexpat.ParserCreate().ParseFile(1))
attempt(pyexpat.XMLParserType)
attempt(lambda: type("Sub", (pyexpat.XMLParserType,), {}))


def complain(*args):
    raise KeyError(args[0])


parser = pyexpat.ParserCreate()
parser.StartElementHandler = parser.EndElementHandler = complain
attempt(lambda: parser.Parse(b"<a>"))
attempt(lambda: (parser.StartElementHandler, parser.ErrorCode))
attempt(lambda: parser.Parse(b"</a>", True))
for encoding, text in ("cp1252", "\u201c"), ("koi8-r", "\u0416"), ("iso-8859-1", "\u00e9"), ("us-ascii", "x"), ("utf-16", "\u0416"):
    parser = pyexpat.ParserCreate()
    parser.CharacterDataHandler = lambda data: print(encoding, ascii(data))
    parser.XmlDeclHandler = print
    document = f"<?xml version='1.0' encoding='{encoding}'?><a>{text}</a>"
    attempt(lambda: parser.Parse(document.encode(encoding), True))
parser = pyexpat.ParserCreate()
parser.StartElementHandler = lambda name, attributes: print(parser.GetInputContext())
parser.Parse(b"<a>text<b/></a>", True)
seen = []
parser = pyexpat.ParserCreate()
parser.StartElementHandler = lambda name, attributes: seen.append(name)
for byte in b"<aaaaaaaa>":
    parser.Parse(bytes([byte]))
    print(len(seen), end=" ")
parser.SetReparseDeferralEnabled(False)
for byte in b"<bbbbbbbb>":
    parser.Parse(bytes([byte]))
    print(len(seen), end=" ")
print(parser.GetReparseDeferralEnabled())
