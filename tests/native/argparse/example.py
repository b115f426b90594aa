"""argparse: kinds of arguments, help, errors, subcommands."""
import argparse
import contextlib
import io
import os

os.environ["COLUMNS"] = "80"


def attempt(parser, text):
    with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()) as errors:
        try:
            result = parser.parse_args(text.split())
        except SystemExit as error:
            result = f"exit {error.code}"
    print(f"{text!r}: {result}")
    print(out.getvalue() + errors.getvalue(), end="")


parser = argparse.ArgumentParser(prog="tool", description="Does things.", epilog="See also: nothing.")
parser.add_argument("files", nargs="+", metavar="FILE", help="what to read")
parser.add_argument("-n", "--number", type=int, default=3, help="how many (default: %(default)s)")
parser.add_argument("-v", "--verbose", action="count", default=0)
parser.add_argument("--mode", choices=["fast", "slow"], default="fast")
parser.add_argument("--flag", action=argparse.BooleanOptionalAction)
parser.add_argument("-x", dest="extras", action="append", type=float)
group = parser.add_mutually_exclusive_group()
group.add_argument("--yes", action="store_true", help="say yes")
group.add_argument("--no", action="store_false", dest="yes")
parser.add_argument("--version", action="version", version="%(prog)s 1.0")
parser.add_argument("--const", nargs="?", const="C", default="D", help=argparse.SUPPRESS)
for text in ["a b -n 5 -vv --mode slow -x 1 -x 2.5 --no-flag --const", "a --num 7", "", "a -n x", "a --mode odd", "a --yes --no", "--version", "a --unknown", "a -- -b", "a --ve", "-h"]:
    attempt(parser, text)
print(parser.parse_known_args(["a", "--unknown", "b"]))
print(parser.format_usage())

commands = argparse.ArgumentParser(prog="git")
sub = commands.add_subparsers(dest="command", required=True, title="commands", help="what to do")
add = sub.add_parser("add", help="add files", aliases=["a"])
add.add_argument("path", type=str)
commit = sub.add_parser("commit", formatter_class=argparse.ArgumentDefaultsHelpFormatter)
commit.add_argument("-m", "--message", required=True, help="the message")
commit.add_argument("--amend", action="store_true", default=False, help="change the last one")
commit.set_defaults(handler="commit_handler")
for text in ["add x", "a y", "commit -m hi", "commit", "push", "", "commit -h", "-h"]:
    attempt(commands, text)


class Upper(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, [value.upper() for value in values])


def positive(text):
    value = int(text)
    if value <= 0:
        raise argparse.ArgumentTypeError(f"{value} is not positive")
    return value


custom = argparse.ArgumentParser(prog="custom", prefix_chars="-+", fromfile_prefix_chars="@", allow_abbrev=False, exit_on_error=False)
custom.add_argument("+u", nargs=2, action=Upper, metavar=("A", "B"))
custom.add_argument("--pos", type=positive)
for arguments in (["+u", "a", "b"], ["--pos", "5"], ["--pos", "-5"], ["--po", "1"]):
    try:
        print(custom.parse_args(arguments))
    except (argparse.ArgumentError, SystemExit) as error:
        print(type(error).__name__, error)
print(argparse.Namespace(a=1, b="x"), "a" in argparse.Namespace(a=1), vars(custom.parse_args([])))
