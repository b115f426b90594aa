# markdown-it with mdurl: CommonMark and its extensions, tokens, rules of one's own, the tree; URLs parsed, encoded and formatted.
import mdurl
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

SOURCE = '''# Title *em* &amp; `code`

Setext
======

> quote
> 1. one
>    - nested
> 2. two

* loose

* list <b>raw</b>

```python title
def f(): ...
```

    indented

| a | b |
|:--|--:|
| 1 | ~~2~~ |

[link](<http://a b> "title") ![image *alt*](x.png) <http://auto.link> [ref] \\*not\\* hard\\
break **strong *both***  
line & &copy; &#x41; "quotes" -- dash...

[ref]: /url 'Ref'

<div>
html
</div>

---
'''
for preset in "commonmark", "js-default", "zero":
    print(MarkdownIt(preset).render(SOURCE))
plain = MarkdownIt("commonmark", {"html": False, "xhtmlOut": False, "breaks": True, "typographer": True}).enable(["table", "strikethrough", "replacements", "smartquotes"])
print(plain.render(SOURCE), plain.renderInline("*a* [b](javascript:x)"))
for token in plain.parse("a *b* ![c](d)\n\n- e\n"):
    print(token.type, token.tag, token.nesting, token.map, token.level, token.content, [(child.type, child.attrs) for child in token.children or ()])
print(SyntaxTreeNode(plain.parse(SOURCE)).pretty(indent=2)[:900])


def shout(state, silent):
    if not state.src.startswith("!!", state.pos):
        return False
    if not silent:
        state.push("shout", "hr", 0)
    state.pos += 2
    return True


own = MarkdownIt().disable("image")
own.inline.ruler.before("emphasis", "shout", shout)
own.add_render_rule("shout", lambda self, tokens, index, options, env: "<shout/>")
print(own.render("a !! b *!!*"), own.get_active_rules()["inline"], own.options["html"])
try:
    own.enable("nothing")
except ValueError as error:
    print(error)
for url in "http://user:pw@host.com:8080/p/a?q=1#h", "mailto:a@b.c", "//x/y", "javascript:alert(1)", "/a b?c=é%20%zz":
    parsed = mdurl.parse(url)
    print(parsed, mdurl.format(parsed), mdurl.encode(url), mdurl.decode(mdurl.encode(url)))
