# jinja2: inheritance, macros, filters, tests, loops, sandbox, errors with their lines.
from jinja2 import DictLoader, Environment, StrictUndefined, TemplateSyntaxError, UndefinedError
from jinja2.sandbox import SandboxedEnvironment

templates = {
    "base.html": "<title>{% block title %}base{% endblock %}</title>{% block body required %}{% endblock %}",
    "page.html": """{% extends "base.html" %}{% from "macros.html" import item with context %}
{% block title %}{{ super() }}: {{ title|title }}{% endblock %}
{% block body -%}
{% for row in rows if row.ok -%}
{{ loop.index }}/{{ loop.length }} {{ item(row.name, size=loop.index0 * 2) }}{{ "," if not loop.last }}
{% else %}none{% endfor %}
{%- set ns = namespace(total=0) %}{% for n in range(5) %}{% set ns.total = ns.total + n %}{% endfor %}
total {{ ns.total }} {{ rows|map(attribute="name")|join("-") }} {{ [3, 1, 2]|sort(reverse=true) }} {{ "<b>"|e }}
{{ rows|groupby("ok")|map("first")|list }} {{ 3.14159|round(2) }} {{ "%.3f"|format(2) }} {{ text|wordwrap(20)|indent(2) }}
{% filter upper %}done {{ 1 is odd }} {{ x is defined }}{% endfilter %}{% endblock %}""",
    "macros.html": "{% macro item(name, size=1) %}<i size={{ size }}>{{ name }}{{ caller() if caller }}</i>{% endmacro %}",
}
environment = Environment(loader=DictLoader(templates), autoescape=True, trim_blocks=True)
rows = [{"name": "a&b", "ok": True}, {"name": "c", "ok": False}, {"name": "d", "ok": True}]
print(environment.get_template("page.html").render(title="the title", rows=rows, text="some words that do not fit on a line of twenty"))
environment.filters["twice"] = lambda value: value * 2
print(environment.from_string("{{ 'ab'|twice }} {% raw %}{{ no }}{% endraw %} {{ 7 // 2 }} {{ 2 ** 10 }} {{ 'a' ~ 1 }} {{ not x }}").render())
for source in ("{% for %}", "{{ a b }}", "line\n{% if x %}", "{{ x|nofilter }}"):
    try:
        environment.from_string(source)
    except TemplateSyntaxError as error:
        print(type(error).__name__, error.lineno, error.message)
try:
    Environment(undefined=StrictUndefined).from_string("{{ missing.x }}").render()
except UndefinedError as error:
    print(error)
try:
    SandboxedEnvironment().from_string("{{ ().__class__.__bases__ }}").render()
except Exception as error:
    print(type(error).__name__, error)
print(list(environment.lex("a {{ b }}")), environment.compile_expression("a + 1")(a=2))
stream = environment.from_string("{% for i in x %}{{ i }} {% endfor %}").generate(x=range(3))
print(next(stream), "".join(stream))
