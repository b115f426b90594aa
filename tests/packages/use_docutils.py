# docutils: reStructuredText to HTML, man pages, XML and pseudo-XML, with tables, references, directives and warnings.
import io
import pathlib
import docutils
from docutils.core import publish_doctree, publish_parts, publish_string
from docutils.nodes import section

SOURCE = """\
=====
Title
=====

:Author: Someone
:Version: 1.0

.. contents::

First
=====

Some *emphasis*, **strong**, ``literal``, a link_, a footnote [1]_ and |sub|.

.. _link: https://example.org/
.. [1] The footnote.
.. |sub| replace:: replaced text

* one
* two

  1. nested
  2. items

term
    definition

.. note:: Take care.

Second
------

::

    literal block

===== =====
  A     B
===== =====
  1   two
  3   four
===== =====

+---+-------+
| x | y     |
+---+-------+
| spans     |
+-----------+

.. code:: python

   print("hi")

:sup:`2` and :math:`a^2`

.. image:: a.png
   :alt: picture

Bad `reference`_ here.
"""
# Debian keeps the templates outside of the package.
writers = pathlib.Path(docutils.__file__).parents[4] / "share/docutils/writers"
settings = {"report_level": 2, "warning_stream": io.StringIO(), "syntax_highlight": "none", "datestamp": None, "generator": None}
parts = publish_parts(SOURCE, writer_name="html5", settings_overrides={
    **settings, "template": str(writers / "html5_polyglot/template.txt"), "stylesheet_path": ""})
print(parts["title"], parts["docinfo"])
print(parts["body"])
print(settings["warning_stream"].getvalue())
document = publish_doctree(SOURCE, settings_overrides={**settings, "warning_stream": io.StringIO()})
print([node["names"] for node in document.findall(section)])
print(document.pformat()[:1500])
for writer in "xml", "manpage":
    text = publish_string(SOURCE, writer_name=writer, settings_overrides={
        **settings, "warning_stream": io.StringIO()}).decode()
    print(writer, len(text), text[text.find("First"):][:700])
