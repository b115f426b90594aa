# Documents that are wrong: the error's number, message and place; in one piece and byte by byte.
import pyexpat

WRONG = [
    b"", b" ", b"x", b"<", b"<a", b"<a>", b"<a></b>", b"<a/><b/>", b"<a/>x", b"<a b='1' b='2'/>", b"<a b='<'/>", b"<a b=1/>",
    b"<a>&b;</a>", b"<a b='&c;'/>", b"<a>&#0;</a>", b"<a>&#xD800;</a>", b"<a>]]></a>", b"<a><!-- -- --></a>", b"<a>\x01</a>",
    b"<a>\xff</a>", b"<a>\xc3", b"<a><![CDATA[x", b"<a><?xml version='1.0'?></a>", b"<?xml version='1.0' foo='1'?><a/>",
    b"<?xml version='1.0' encoding='nothing'?><a/>", b"<?xml version='1.0' encoding='utf-16'?><a/>", b"<?XML x?><a/>",
    b"<!DOCTYPE a [<!ENTITY e '&e;'>]><a>&e;</a>", b"<!DOCTYPE a [<!ENTITY e '<b>'>]><a>&e;</a>",
    b"<!DOCTYPE a [<!ENTITY e SYSTEM 'x' NDATA n>]><a>&e;</a>", b"<!DOCTYPE a [<!ENTITY e SYSTEM 'x'>]><a b='&e;'/>",
    b"<!DOCTYPE a [<!ENTITY e '%p;'>]><a/>", b"<!DOCTYPE a [<!ELEMENT a (b,c|d)>]><a/>", b"<!DOCTYPE a PUBLIC '{' 's'><a/>",
    b"<!DOCTYPE a [<!FOO>]><a/>", b"<!DOCTYPE a [<!ATTLIST a b WHAT #IMPLIED>]><a/>", b"<a:b/>", b"<a xmlns:p=''/>",
    b"<a xmlns:xmlns='u'/>", b"<a xmlns:xml='u'/>", b"<a xmlns:p='http://www.w3.org/XML/1998/namespace'/>",
    b"<a xmlns:p='u' xmlns:q='u' p:x='' q:x=''/>", b"<a\n  b='&#60;'\n  <c/></a>", "<a>\u00e9\u4e2d\U0001f600<b></a>".encode(),
    "<?xml version='1.0'?><a>x<b></a>".encode("utf-16"),
]
for document in WRONG:
    for separator in None, " ":
        for step in len(document) + 1, 1:
            parser = pyexpat.ParserCreate(namespace_separator=separator)
            try:
                for at in range(0, len(document), step):
                    parser.Parse(document[at : at + step])
                parser.Parse(b"", True)
                print(document, separator, "good")
            except pyexpat.ExpatError as error:
                print(document, separator, error, error.code, error.lineno, error.offset, parser.ErrorByteIndex)
            except LookupError as error:
                print(document, separator, error)


def bomb(levels, width):
    entities = "".join(f"<!ENTITY e{i + 1} '{f'&e{i};' * width}'>" for i in range(levels))
    return f"<!DOCTYPE a [<!ENTITY e0 'lol'>{entities}]><a>&e{levels};</a>"


print(pyexpat.ParserCreate().Parse(bomb(2, 5), True))
for document in bomb(9, 10), bomb(9, 10).replace("<a>", "<a b='").replace("</a>", "'/>"):
    try:
        pyexpat.ParserCreate().Parse(document, True)
    except pyexpat.ExpatError as error:
        print(error)
