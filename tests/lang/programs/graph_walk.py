# Breadth and depth first, topological order with cycle detection, connected components.
from collections import deque


def bfs(graph, start):
    seen, queue = {start: None}, deque([start])
    while queue:
        node = queue.popleft()
        for other in graph[node]:
            if other not in seen:
                seen[other] = node
                queue.append(other)
    return seen


def dfs(graph, node, seen=None):
    seen = set() if seen is None else seen
    seen.add(node)
    yield node
    for other in graph[node]:
        if other not in seen:
            yield from dfs(graph, other, seen)


class Cycle(Exception):
    pass


def topological(graph):
    order, state = [], {}

    def visit(node, path):
        if state.get(node) == "done":
            return
        if state.get(node) == "active":
            raise Cycle(path[path.index(node):] + [node])
        state[node] = "active"
        for other in graph.get(node, ()):
            visit(other, path + [node])
        state[node] = "done"
        order.append(node)

    for node in graph:
        visit(node, [])
    return order[::-1]


def components(graph):
    left = dict.fromkeys(graph)
    while left:
        group = list(dfs(graph, next(iter(left))))
        for node in group:
            left.pop(node, None)
        yield group


graph = {1: [2, 3], 2: [1, 4], 3: [1], 4: [2], 5: [6], 6: [5], 7: []}
print(bfs(graph, 1), list(dfs(graph, 1)), list(components(graph)))
tasks = {"shoes": ["socks", "trousers"], "trousers": ["pants"], "jacket": ["shirt"], "shirt": [], "socks": [], "pants": []}
print(topological(tasks))
try:
    topological({"a": ["b"], "b": ["c"], "c": ["a"]})
except Cycle as cycle:
    print("cycle", cycle.args[0])
