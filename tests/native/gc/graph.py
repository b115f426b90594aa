"""Who refers to whom."""
import gc


class Node:
    def __init__(self, name, *children):
        self.name = name
        self.children = children


leaf = Node("leaf")
root = Node("root", leaf)
print(gc.get_referents([1, "a", (2,)]), gc.get_referents({"k": 5}), gc.get_referents((leaf,)) == [leaf], gc.get_referents(1, "x"))
print([type(each).__name__ for each in gc.get_referents(root)], leaf in gc.get_referents(root.children))
holder = [leaf]
print(any(each is holder for each in gc.get_referrers(leaf)), any(each is root.children for each in gc.get_referrers(leaf)), any(each is root for each in gc.get_referrers(leaf)))
print(any(each is leaf for each in gc.get_objects()), any(each is Node for each in gc.get_objects()))
print([gc.is_tracked(each) for each in (1, 1.5, "a", b"", None, [], {}, leaf, Node, len, {1: []}, {"a": 1})])
print(gc.is_finalized(leaf))
