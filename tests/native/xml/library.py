# The library over pyexpat: ElementTree, minidom, sax, pulldom, expatbuilder, xmlrpc.
import io
import xml.dom.minidom
import xml.dom.pulldom
import xml.etree.ElementTree as ET
import xml.sax
import xml.sax.saxutils
import xmlrpc.client

DOCUMENT = """<?xml version="1.0"?>
<!DOCTYPE r [<!ENTITY e "entity"><!ATTLIST item kind CDATA "plain">]>
<r xmlns:n="urn:n"><!-- note --><item id="1">one &e;</item>tail<n:item n:id="2"/><?go on?><item kind="x">\u00e9</item></r>"""
root = ET.fromstring(DOCUMENT)
for element in root.iter():
    print(element.tag, sorted(element.attrib.items()), repr(element.text), repr(element.tail))
print(ET.tostring(root, encoding="unicode"))
print(ET.tostring(root, encoding="us-ascii", xml_declaration=True))
print([e.get("id") for e in root.findall("./item[@id]")], root.find("{urn:n}item").attrib)
ET.indent(root)
print(ET.tostring(root).decode())
print(ET.canonicalize(DOCUMENT))
for event, element in ET.iterparse(io.StringIO(DOCUMENT), events=("start", "end", "start-ns", "end-ns", "comment", "pi")):
    print(event, getattr(element, "tag", element) if event not in ("comment", "pi") else element.text)
pull = ET.XMLPullParser(("end",))
pull.feed("<a><b/>")
pull.feed("</a>")
pull.close()
print([element.tag for _, element in pull.read_events()])
for text in "<a>", "<a></b>", "<a>&x;</a>", "":
    try:
        ET.fromstring(text)
    except ET.ParseError as error:
        print(error, error.code, error.position)
document = xml.dom.minidom.parseString(DOCUMENT)
print(document.toxml())
print(document.documentElement.toprettyxml(indent=" "))
print([node.nodeName for node in document.documentElement.childNodes], document.doctype.entities.item(0).nodeName)


class Handler(xml.sax.ContentHandler):
    def startElementNS(self, name, qname, attributes):
        print("start", name, qname, sorted(attributes.items()))

    def startElement(self, name, attributes):
        print("start", name, sorted(attributes.items()))

    def endElement(self, name):
        print("end", name)

    def characters(self, content):
        print("text", repr(content))


xml.sax.parseString(DOCUMENT.encode(), Handler())
reader = xml.sax.make_parser()
reader.setFeature(xml.sax.handler.feature_namespaces, True)
reader.setContentHandler(Handler())
reader.parse(io.BytesIO(DOCUMENT.encode()))
try:
    xml.sax.parseString(b"<a><b></a>", xml.sax.ContentHandler())
except xml.sax.SAXParseException as error:
    print(error)
print(xml.sax.saxutils.escape("<&>"), xml.sax.saxutils.quoteattr("a\"'"))
for event, node in xml.dom.pulldom.parseString("<a><b>x</b></a>"):
    print(event, node.nodeName)
call = xmlrpc.client.dumps((1, 2.5, "s<", [True, None], {"k": b"bytes"}), "method", allow_none=True)
print(call)
arguments, method = xmlrpc.client.loads(call)
print(arguments[:-1], arguments[-1]["k"].data, method)
