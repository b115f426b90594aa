# Every handler, in order, with its place: a document type, namespaces, entities, sections.
import pyexpat

DOCUMENT = b"""<?xml version='1.0' encoding='utf-8' standalone='no'?>
<!DOCTYPE a PUBLIC 'an  id' 'a.dtd' [
<!ELEMENT a (b,(c|d)*,e?)+><!ELEMENT b (#PCDATA|x)*><!ELEMENT c EMPTY><!ELEMENT d ANY>
<!ATTLIST a x CDATA #IMPLIED y (p|q) 'p' z NMTOKENS #REQUIRED n NOTATION (g) #FIXED 'g'>
<!ENTITY e 'v&#65;<b/>'><!NOTATION g SYSTEM 'gif'><!ENTITY u SYSTEM 'u.gif' NDATA g>
<!ENTITY % p "<!ENTITY q 'Q'>">%p;<!ENTITY ext SYSTEM 'e.xml'>]>
<a z='  1   2 ' xmlns='urn:1' xmlns:k='urn:2' k:w="&lt;&#x42;">&e;<![CDATA[ <cd> ]]>\r\n]] &q;&ext;<k:f/><?pi  some data?></a>
<!-- after -->
"""


def show(separator, expand, **settings):
    parser = pyexpat.ParserCreate(namespace_separator=separator)
    for name, value in settings.items():
        setattr(parser, name, value)
    parser.SetBase("here")
    parser.SetParamEntityParsing(pyexpat.XML_PARAM_ENTITY_PARSING_ALWAYS)

    def install(parser):
        def handler(name):
            def handle(*args):
                place = parser.CurrentLineNumber, parser.CurrentColumnNumber, parser.CurrentByteIndex
                print(name, *map(repr, args), place)
                if name == "ExternalEntityRefHandler":
                    inner = parser.ExternalEntityParserCreate(args[0])
                    install(inner)
                    inner.Parse(b"<!ENTITY more 'm'>" if args[0] is None else b"<i>inner</i>", True)
                return 1

            return handle

        for name in dir(parser):
            if name.endswith("Handler") and name != "DefaultHandler" or name == "DefaultHandlerExpand" and expand:
                setattr(parser, name, handler(name))

    install(parser)
    parser.Parse(DOCUMENT, True)
    print(sorted(map(str, parser.intern)))


show(None, True)
show("|", False, namespace_prefixes=True, ordered_attributes=True, specified_attributes=True)
show("", True, buffer_text=True, buffer_size=4)
