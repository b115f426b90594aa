# rich: tables, panels, markup, syntax, markdown, trees, progress, tracebacks as text of a fixed width.
import io
from rich.columns import Columns
from rich.console import Console, Group
from rich.json import JSON
from rich.markdown import Markdown
from rich.padding import Padding
from rich.panel import Panel
from rich.pretty import Pretty, pretty_repr
from rich.progress import Progress
from rich.rule import Rule
from rich.syntax import Syntax
from rich.table import Table
from rich.text import Text
from rich.tree import Tree


def show(*things, color=None):
    output = io.StringIO()
    console = Console(file=output, width=60, force_terminal=color is not None, color_system=color, legacy_windows=False, _environ={})
    for thing in things:
        console.print(thing)
    print(output.getvalue())


table = Table(title="Films", show_lines=True)
table.add_column("Year", justify="right", style="cyan", no_wrap=True)
table.add_column("Name", style="magenta")
table.add_column("Gross")
table.add_row("2019", "A rather long title that has to be wrapped somewhere", "[bold]$1[/bold]")
table.add_row("1977", "日本語 wide", ":star:")
show(table)
show(table, "[red]red[/] [b i]both[/] [@click=x]a[/] \\[not] 12 'str' None True http://a.b", color="truecolor")
show(Panel("text", title="T", subtitle="S", expand=False), Rule("rule"), Padding("padded", (1, 4)), Columns(["one", "two", "three"], equal=True))
show(Markdown("# Head\n\n* a\n* **b**\n\n1. x\n\n> q\n\n`code` and [l](u)\n\n```python\nx = 1\n```\n"))
show(Syntax("def f(x):\n    return x + 1  # y\n", "python", line_numbers=True, theme="ansi_dark"))
tree = Tree("root")
branch = tree.add("[b]branch")
branch.add(Group("leaf", Panel.fit("in")))
tree.add("last").add("x")
show(tree, JSON('{"a": [1, true, null], "b": "c"}'), Pretty({"key" * 5: list(range(30)), "k": {"n": (1, 2)}}))
print(pretty_repr({"a": "x" * 70, "b": [1] * 40}, max_width=40))
text = Text("Hello World, some words that will be wrapped at forty columns or so")
text.stylize("bold", 0, 5)
text.highlight_words(["words"], "red")
print(text.spans, [line.plain for line in text.wrap(Console(width=20), 20)], Text.from_markup("[b]x[/b]y").markup, Text.from_ansi("\x1b[31mr\x1b[0m").spans)
output = io.StringIO()
with Progress(console=Console(file=output, width=60), disable=False, auto_refresh=False) as progress:
    task = progress.add_task("work", total=4)
    progress.update(task, advance=2)
print(progress.tasks[0].percentage)
try:
    show("[red]open [/blue]")
except Exception as error:
    print(type(error).__name__, error)
