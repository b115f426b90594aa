# html5lib: parsing of broken markup as browsers do it, tree builders, walkers, serialiser, sanitising filters.
import html5lib
from html5lib.filters import alphabeticalattributes, optionaltags

SOURCES = ["<p>a<p>b<b>c<i>d</b>e</i>", "<table><tr><td>x<p>y</table>z", "<!doctype html><title>t</title><ul><li>1<li>2", "<a href=x>1<a href=y>2</a>",
           "<script>if (a < b) c()</script>&lt;&eacute;&#x41;&notit;", "<svg><circle r=1 /><foreignObject><p>h</svg>", "<select><option>1<option selected>2", "<math><mi>x</math>", "<b><p>x</b>y</p>",
           "<frameset><frame>", "text only", "<br/></br></p>"]
for source in SOURCES:
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
    document = parser.parse(source)
    print(source)
    print("  ", html5lib.serialize(document, tree="etree", omit_optional_tags=False, quote_attr_values="always"))
    print("  ", [(position, code) for position, code, _ in parser.errors][:4])
dom = html5lib.parse("<p id=b class=a>x<!--c-->", treebuilder="dom")
print(dom.toxml())
walker = html5lib.getTreeWalker("dom")
stream = optionaltags.Filter(alphabeticalattributes.Filter(walker(dom)))
print("".join(html5lib.serializer.HTMLSerializer().serialize(stream)))
print([token["type"] for token in walker(dom)])
print(html5lib.parseFragment("<td>1<td>2", container="tr", namespaceHTMLElements=False)[1].text)
try:
    html5lib.HTMLParser(strict=True).parse("<p")
except html5lib.html5parser.ParseError as error:
    print(type(error).__name__, error)
