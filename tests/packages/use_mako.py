# mako: templates with Python in them, inheritance, defs, filters, errors with lines.
from mako.exceptions import CompileException, SyntaxException
from mako.lookup import TemplateLookup
from mako.template import Template

print(Template("hello ${name | u}! % for\n% for i in range(3):\n  ${i}${',' if not loop.last else ''}\n% endfor\n<%! import math %>${math.floor(2.5)} ${'<b>' | h}").render(name="a b"))
lookup = TemplateLookup()
lookup.put_string("base", "<html>${self.title()} ${next.body()}</html><%def name='title()'>base</%def>")
lookup.put_string("page", "<%inherit file='base'/><%def name='title()'>page</%def><%page args='x=1'/>body ${x}<%block name='b'>block</%block>")
print(lookup.get_template("page").render(x=5))
template = Template("<%def name='f(a, b=2)'>${a}-${b} ${caller.body() if caller else ''}</%def><%self:f a='${1}'>inner</%self:f>\n<%text>${no}</%text>\n## comment\n<%\n    y = 3\n    z = [k for k in (1, 2)]\n%>${y} ${z} ${capture(f, 9)}")
print(template.render(), template.get_def("f").render(4), [d for d in template.list_defs()])
for source in ("${", "% if x:\n", "<%def>", "${1 +}"):
    try:
        Template(source).render()
    except (SyntaxException, CompileException) as error:
        print(type(error).__name__, str(error)[:70])
try:
    Template("\n${undefined_name + 1}", strict_undefined=False).render()
except Exception as error:
    print(type(error).__name__, error)
