# A linked list with iteration, slicing by itertools, reversal and comparison.
import itertools


class Node:
    __slots__ = ("value", "next")

    def __init__(self, value, next=None):
        self.value, self.next = value, next


class LinkedList:
    def __init__(self, values=()):
        self.head = None
        for value in reversed(list(values)):
            self.head = Node(value, self.head)

    def __iter__(self):
        node = self.head
        while node is not None:
            yield node.value
            node = node.next

    def __len__(self):
        return sum(1 for _ in self)

    def __repr__(self):
        return " -> ".join(map(repr, self)) or "empty"

    def __eq__(self, other):
        return isinstance(other, LinkedList) and list(self) == list(other)

    def __add__(self, other):
        return LinkedList(itertools.chain(self, other))

    def reverse(self):
        previous, node = None, self.head
        while node:
            node.next, previous, node = previous, node, node.next
        self.head = previous


a = LinkedList([1, 2, 3])
b = LinkedList("xy")
print(a, b, LinkedList(), len(a + b), a + b, bool(LinkedList()), 2 in a)
a.reverse()
print(a, a == LinkedList([3, 2, 1]), a != b, list(itertools.islice(a, 1, None)))
