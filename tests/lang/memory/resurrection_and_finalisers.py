# __del__ that saves its object, weak references and their callbacks around it, generators closed by their death.
import gc
import weakref

log = []


class Node:
    saved = None

    def __init__(self, name):
        self.name = name

    def __del__(self):
        log.append(f"del {self.name}")
        if self.name == "phoenix":
            Node.saved = self


node = Node("plain")
ref = weakref.ref(node, lambda dead: log.append(f"callback {dead() is None}"))
del node
print(log, ref())
log.clear()

node = Node("phoenix")
ref = weakref.ref(node, lambda dead: log.append("callback"))
proxy = weakref.proxy(node)
del node
print(log, ref() is Node.saved, Node.saved.name)
try:
    proxy.name
except ReferenceError as error:
    print("ReferenceError", error)
log.clear()
Node.saved.name = "again"
Node.saved = None
print("finalised once:", log)

log.clear()
first, second = Node("a"), Node("b")
first.other, second.other = second, first
watch = [weakref.ref(first), weakref.ref(second)]
del first, second
print(log, [each() is None for each in watch])
print(gc.collect() > 0, sorted(log), [each() is None for each in watch])

log.clear()
finalizer = weakref.finalize(watcher := Node("watched"), log.append, "finalize")
print(finalizer.alive, finalizer.peek()[1].__name__)
del watcher
print(log, finalizer.alive, finalizer())


def holding():
    node = Node("local of a generator")
    try:
        yield node.name
    finally:
        log.append("closed")


log.clear()
running = holding()
next(running)
running = None
print(log)


class Raises:
    def __del__(self):
        raise ValueError("in __del__")


import sys

sys.unraisablehook = lambda report: print("unraisable", type(report.exc_value).__name__, report.exc_value, report.err_msg, report.object.__qualname__)
value = Raises()
value = None
print(gc.is_finalized(Node("x")), gc.is_tracked(1), gc.is_tracked([]), gc.is_tracked({}), gc.is_tracked({"a": []}), gc.is_tracked(()))
