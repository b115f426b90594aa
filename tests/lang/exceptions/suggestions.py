# "Did you mean" for names, attributes, imports and keyword arguments.
import collections

print_count = 1


class Box:
    def __init__(self):
        self.content = 1

    def method(self):
        return content  # noqa: F821


import traceback

actions = {
    "name": lambda: prnt_count,  # noqa: F821
    "builtin": lambda: pritn("x"),  # noqa: F821
    "attribute": lambda: Box().contnet,
    "module": lambda: collections.OrderdDict,
    "self": lambda: Box().method(),
    "far": lambda: zzzzzzzz,  # noqa: F821
    "stdlib": lambda: math.pi,  # noqa: F821
}
for label, action in actions.items():
    try:
        action()
    except Exception as error:
        print(label, "|", traceback.format_exception_only(error)[-1].strip())
try:
    from collections import OrderdDict
except ImportError as error:
    print(traceback.format_exception_only(error)[-1].strip().split(" (")[0])
