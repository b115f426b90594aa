# soupsieve: selectors of every level over a tree, matching, filtering, escapes, namespaces and errors.
import warnings

warnings.simplefilter("ignore")
import bs4
import soupsieve

tree = bs4.BeautifulSoup('''<html lang="en"><body><div id="a" class="x y"><p>one</p><p class="y">two <b>bold</b></p><span></span>
<ul><li>1</li><li data-k="v w">2</li><li lang="de-AT">3</li><li>4</li><li>5</li></ul></div>
<form><input type="text" required><input type="checkbox" checked disabled><input type="number" min="1" max="5" value="7"><select><option selected>a</option><option>b</option></select><textarea placeholder="p"></textarea></form>
<a href="http://x.y/z.PDF">link</a><a>no</a><p dir="rtl">r</p></body></html>''', "html.parser")
for selector in (
    "div p", "div > p.y", "p + span", "p ~ ul li:first-child", "#a.x", "[data-k~=v]", "[href$='pdf' i]", "[lang|=de]", "li:nth-child(2n+1)", "li:nth-last-child(-n+2)",
    "li:nth-child(2 of :not([data-k]))", "p:only-of-type, b:only-child", ":is(span, b):empty", "div:has(> ul > li[data-k])", "p:not(.y, [dir])", ":root > body > *:nth-of-type(2)",
    "input:required", ":checked", ":disabled", ":out-of-range", ":placeholder-shown", ":any-link", ":lang('*-AT')", ":dir(rtl)", "p:-soup-contains('two')", "li:nth-child(odd):not(:last-child)",
    "html:root:has(:default)", "ul > :is(:nth-last-of-type(3), :first-of-type)", "a:not([href])", r"#\61", "body > /* comment */ a",
):
    print(selector, [(tag.name, tag.get_text()[:9]) for tag in soupsieve.select(selector, tree)])
second = tree.find_all("li")[1]
print(soupsieve.match("li[data-k]", second), soupsieve.closest("div", second)["id"], soupsieve.select_one("b", tree), soupsieve.filter("p", tree.div), [tag.name for tag in soupsieve.iselect("*", tree.form, limit=3)])
print(soupsieve.escape("1 a#b\x00-"), soupsieve.escape("-"), soupsieve.match(":scope > li", second), soupsieve.select(":scope > p", tree.div))
print(soupsieve.compile("p", custom={":--strong": "b, strong"}), [tag.name for tag in soupsieve.compile("p > :--strong", custom={":--strong": "b, strong"}).select(tree)])
compiled = soupsieve.compile("svg|a, a", namespaces={"svg": "http://www.w3.org/2000/svg"})
print(compiled == soupsieve.compile("svg|a, a", namespaces={"svg": "http://www.w3.org/2000/svg"}), len(compiled.select(tree)), hash(compiled) == hash(compiled))
for wrong in "p >", "p::before", ":nth-child(a)", "[a=", "div:unknown", ":--none", "p,,a", "":
    try:
        soupsieve.compile(wrong)
    except soupsieve.SelectorSyntaxError as error:
        print(error, error.line, error.col)
    except NotImplementedError as error:
        print(error)
