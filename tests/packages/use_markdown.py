# markdown: the syntax, extensions, HTML output, metadata, own patterns.
import xml.etree.ElementTree as etree
import markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

TEXT = """Title: Example
Author: Somebody

# Heading *one* {#h1}

A paragraph with **strong**, *em*, `code <b>`, [link](http://example.org "title"), <http://auto.link>, ![img](a.png) and a
hard  
break. &copy; &amp; 5 < 6 \\* [ref][r].

[r]: /url 'Ref'

* one
* two

    nested paragraph

    1. deep
    2. er

> quote
> > inner

    code block & <tag>

```python
print("fenced")
```

Term
:   Definition

| a | b |
|---|:-:|
| 1 | `2` |

Footnote[^1]. HTML *[HTML]*

[^1]: The note.

*[HTML]: Hyper Text

---

<div markdown="1">
*inside*
</div>

Setext
------
"""
converter = markdown.Markdown(extensions=["extra", "meta", "toc", "sane_lists", "admonition", "smarty"])
print(converter.convert(TEXT))
print(converter.Meta, converter.toc_tokens[0]["id"])
print(markdown.markdown("a\nb\n\n!!! note \"T\"\n    text", extensions=["nl2br", "admonition"]))


class Strike(InlineProcessor):
    def handleMatch(self, match, data):
        element = etree.Element("del")
        element.text = match.group(1)
        return element, match.start(0), match.end(0)


class StrikeExtension(Extension):
    def extendMarkdown(self, md):
        md.inlinePatterns.register(Strike(r"~~(.*?)~~", md), "strike", 175)


print(markdown.markdown("x ~~gone~~ *y*", extensions=[StrikeExtension()]), markdown.markdown("_a_ __b__", output_format="html"))
