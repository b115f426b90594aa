# Shortest paths in a small graph.
import heapq

GRAPH = {
    "A": {"B": 7, "C": 9, "F": 14}, "B": {"A": 7, "C": 10, "D": 15}, "C": {"A": 9, "B": 10, "D": 11, "F": 2},
    "D": {"B": 15, "C": 11, "E": 6}, "E": {"D": 6, "F": 9}, "F": {"A": 14, "C": 2, "E": 9}, "Z": {},
}


def shortest(graph, start):
    distance, previous, heap = {start: 0}, {}, [(0, start)]
    while heap:
        d, node = heapq.heappop(heap)
        if d > distance[node]:
            continue
        for other, weight in graph[node].items():
            if (new := d + weight) < distance.get(other, float("inf")):
                distance[other], previous[other] = new, node
                heapq.heappush(heap, (new, other))
    return distance, previous


def path(previous, node):
    while node is not None:
        yield node
        node = previous.get(node)


distance, previous = shortest(GRAPH, "A")
for node in sorted(GRAPH):
    print(node, distance.get(node, "unreachable"), "<-".join(path(previous, node)))
