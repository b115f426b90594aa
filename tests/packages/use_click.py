# click: commands, options, groups, prompts, help texts and errors through its test runner.
import click
from click.testing import CliRunner


@click.group()
@click.option("--debug/--no-debug", default=False, help="Say more.")
@click.version_option("1.2.3", prog_name="tool")
@click.pass_context
def cli(context, debug):
    """A tool with several commands."""
    context.obj = {"debug": debug}


@cli.command()
@click.argument("names", nargs=-1, required=True)
@click.option("-n", "--count", type=click.IntRange(1, 5), default=1, show_default=True, help="How often.")
@click.option("--shout", is_flag=True)
@click.pass_obj
def greet(obj, names, count, shout):
    """Greet NAMES."""
    for name in names:
        for _ in range(count):
            text = f"Hello {name}!"
            click.echo(click.style(text.upper() if shout else text, fg="green"))
    if obj["debug"]:
        click.secho("debug", err=True)


@cli.command(name="add")
@click.option("--kind", type=click.Choice(["a", "b"], case_sensitive=False), prompt=True)
@click.option("--when", type=click.DateTime(["%Y-%m-%d"]), default="2024-02-29")
@click.argument("file", type=click.File("r"), default="-")
def add_item(kind, when, file):
    click.echo(f"{kind} {when:%d.%m.%Y} {file.read()!r}")
    if not click.confirm("Sure?", default=True):
        raise click.ClickException("not sure")
    with click.progressbar(range(3), label="work") as bar:
        for _ in bar:
            pass


runner = CliRunner()
for args, given in ((["--help"], ""), (["greet", "--help"], ""), (["greet", "Ann", "Bob", "-n", "2"], ""), (["greet", "--shout", "x"], ""),
                    (["greet"], ""), (["greet", "a", "-n", "9"], ""), (["--debug", "greet", "a"], ""), (["--version"], ""), (["nope"], ""),
                    (["add"], "A\ny\n"), (["add", "--kind", "c"], ""), (["add", "--kind", "b", "missing.txt"], ""), (["add", "--bad"], "")):
    result = runner.invoke(cli, args, input=given)
    print(args, result.exit_code)
    print(result.output)
