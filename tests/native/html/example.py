# html: escaping, entities, parsing.
import html
from html.entities import codepoint2name, html5, name2codepoint
from html.parser import HTMLParser

print(html.escape("<a href=\"x\">'&'</a>"), html.escape("\"q\"", quote=False), html.unescape("&lt;p&gt; &amp;amp; &eacute; &#233; &#xE9; &#x1F600; &notit; &not; &copy &unknown; &#0; &#x80; &#99999999; &NotEqualTilde;"))
print(name2codepoint["euro"], codepoint2name[169], len(html5) > 2000, html5["hearts;"])


class Dump(HTMLParser):
    def handle_starttag(self, tag, attrs):
        print("start", tag, attrs, self.getpos())

    def handle_endtag(self, tag):
        print("end", tag)

    def handle_startendtag(self, tag, attrs):
        print("both", tag, attrs)

    def handle_data(self, data):
        print("data", repr(data))

    def handle_comment(self, data):
        print("comment", data)

    def handle_decl(self, decl):
        print("decl", decl)

    def handle_pi(self, data):
        print("pi", data)

    def handle_entityref(self, name):
        print("entity", name)

    def handle_charref(self, name):
        print("char", name)

    def unknown_decl(self, data):
        print("unknown", data)


p = Dump()
p.feed("<!DOCTYPE html><html>\n<!-- note --><p class=a id='b' data-x=\"1 &amp; 2\" checked>Text &amp; more <br/><b>bold</B")
p.feed("></p><script>if (a < b && c) { '</p>' }</script><?php x ?><![CDATA[raw]]>&#65; tail <img src=x>")
p.close()
Dump(convert_charrefs=False).feed("a &lt; b &#66; &#x43; c")


class Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.links, self.text = [], []

    def handle_starttag(self, tag, attrs):
        if tag == "a":
            self.links.append(dict(attrs).get("href"))

    def handle_data(self, data):
        self.text.append(data)


l = Links()
l.feed('<ul><li><a href="/one?x=1&amp;y=2">One</a><li><A HREF=two>Two</a></ul>')
print(l.links, "".join(l.text), l.get_starttag_text())
