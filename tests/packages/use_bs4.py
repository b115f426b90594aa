# bs4 over html.parser and html5lib: navigation, search, CSS selectors, changes, output.
import re
from bs4 import BeautifulSoup, Comment, NavigableString

HTML = """<html><head><title>The &amp; title</title></head><body>
<p class="story first" id=p1>Once <b>upon</b> a <a href="/one" rel="x y">time</a></p>
<!-- a comment --><p class="story">Then<br>there <a href="/two">was</a><a>none</a></p>
<ul><li>1<li>2<li><i>3</ul><table><tr><td>x</table></body></html>"""
for parser in "html.parser", "html5lib":
    soup = BeautifulSoup(HTML, parser)
    print(parser, soup.title.string, soup.p["class"], soup.find(id="p1").get_text("|", strip=True))
    print([a.get("href") for a in soup.find_all("a")], [tag.name for tag in soup.find_all(re.compile("^t"))])
    print(soup.select("p.story > a[href^='/']"), soup.select_one("li:nth-of-type(2)"), [x.name for x in soup.select("ul *, td")])
    print(soup.find(string=re.compile("upon")).parent.name, [c for c in soup.find_all(string=lambda t: isinstance(t, Comment))])
    print([s.name or s for s in soup.p.next_siblings][:3], [p.name for p in soup.i.parents], soup.p.find_next("a"))
    print(soup.prettify())
soup = BeautifulSoup("<a>x</a>", "html.parser")
tag = soup.new_tag("b", attrs={"class": "k"})
tag.string = "new <&>"
soup.a.insert_after(tag)
soup.a.wrap(soup.new_tag("div"))
soup.b.append(NavigableString("!"))
print(soup, soup.b.contents, soup.decode(formatter="minimal"), soup.encode("ascii"))
soup.a.replace_with("text")
soup.div.unwrap()
print(soup, BeautifulSoup(b"<p>caf\xe9</p>", "html.parser", from_encoding="latin-1").p, soup.b.extract(), soup)
