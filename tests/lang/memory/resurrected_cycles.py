"""A collection clears all weak references to a cycle, then calls their callbacks, then the finalizers, which may revive it."""
import gc
import weakref

gc.disable()
log = []
kept = []


class Node:
    revives = False

    def __init__(self, name):
        self.name = name

    def __del__(self):
        log.append(("del", self.name, [each() is None for each in references]))
        if self.revives:
            kept.append(self)


class Reviver(Node):
    revives = True


def ring(*classes):
    nodes = [cls(f"{cls.__name__}{i}") for i, cls in enumerate(classes)]
    for i, node in enumerate(nodes):
        node.next = nodes[i - 1]
    references[:] = [weakref.ref(node) for node in nodes] + [weakref.ref(node, told) for node in nodes[:2]]


def told(reference):
    log.append(("told", references.index(reference), [each() is None for each in references]))


references = []
gc.collect()
for classes in [(Node, Node), (Reviver,), (Reviver, Reviver, Reviver), (Reviver, Node, Reviver, Node)]:
    ring(*classes)
    print([cls.__name__ for cls in classes], gc.collect() > 0)
    for entry in log:
        print("  ", *entry)
    print("  ", sorted(each.name for each in kept), [each() for each in references])
    log.clear()
    kept.clear()
    gc.collect()
    print("  ", log, [each() for each in references])
