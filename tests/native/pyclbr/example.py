"""pyclbr: classes and functions of a module, without importing it."""
import os
import pyclbr
import sys

folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "support")


def show(item, depth=1):
    kind = type(item).__name__
    bases = ""
    if isinstance(item, pyclbr.Class):
        names = [base if isinstance(base, str) else base.name for base in item.super]
        bases = f" bases={names} methods={item.methods}"
    else:
        bases = f" async={item.is_async}"
    parent = item.parent.name if item.parent else None
    print(f"{'  ' * depth}{kind} {item.name} {item.lineno}-{item.end_lineno} parent={parent}{bases}")
    for child in item.children.values():
        show(child, depth + 1)


tree = pyclbr.readmodule_ex("shapes", [folder])
for name, item in tree.items():
    print(name, item.module, os.path.basename(item.file))
    show(item)
print("shapes" in sys.modules)
classes = pyclbr.readmodule("shapes", [folder])
print(sorted(classes))
print(classes["Square"].super[0] is tree["Shape"])
library = pyclbr.readmodule_ex("codeop")
print({name: (type(item).__name__, item.lineno) for name, item in library.items()})
print(pyclbr.readmodule_ex("argparse")["ArgumentParser"].methods["parse_args"] > 0)
package = pyclbr.readmodule_ex("collections.abc")
print(len(package))
try:
    pyclbr.readmodule("no_such_module", [folder])
except ImportError as error:
    print(error)
print(repr(tree["Shape"]).startswith("<pyclbr.Class object"), isinstance(tree["make"], pyclbr.Function))
node = tree["make"].children["Local"]
while node is not None:
    print(node.name, end=" <- ")
    node = node.parent
print("top")
