# An object whose variable is deleted ends at once, however much else there is and is weakly referenced.
import weakref


class Node:
    pass


heap = [[i] for i in range(50_000)]
crowd = [Node() for _ in range(200)]
ended = []
kept = {i: [weakref.ref(node, lambda ref: ended.append('crowd')), node] for i, node in enumerate(crowd)}


def work():
    total = 0
    for i in range(300):
        piece = [Node() for _ in range(3)]
        total += len(piece)
        del piece
    return total


def main():
    a = Node()
    finalizer = weakref.finalize(a, ended.append, 'a')
    print(work(), finalizer.alive)
    finalizer = weakref.finalize(a, ended.append, 'a again')
    del a
    print(ended, finalizer.alive, finalizer())


main()
print(len(kept), len(heap))
