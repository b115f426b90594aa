"""After a collection exact dicts and tuples are tracked only if they hold something that may lie in a cycle."""
import gc


class Plain:
    pass


class Mapping(dict):
    pass


class Pair(tuple):
    pass


def tracked(value):
    gc.collect()
    gc.collect()
    return gc.is_tracked(value)


nested = {}
outer = {1: nested}
for value in [(), (1, "a"), (1, (2, (None, 2.5, ()))), ([],), (1, (2, ([],))), (set(),), ({},), (object(),), (Plain(),), (int, len), Pair(), Pair([1]),
              {}, {1: "a", "b": 2.5}, {1: (1, (2,))}, {1: ([],)}, {(1, ()): int}, {(1, frozenset()): 2}, {1: {}}, {1: object()}, {1: Plain()}, Mapping(), Mapping(a=1),
              nested, outer, [], [1], set(), frozenset(), frozenset([1]), slice(1), Plain(), Plain, object(), int, 1, "a", b"a", None, len, gc, tracked, range(3), iter([])]:
    print(repr(value).split(" at ")[0], tracked(value))
nested["outer"] = outer
print(tracked(nested), tracked(outer))
nested.clear()
print(tracked(nested), tracked(outer))
