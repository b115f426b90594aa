# copy and deepcopy: sharing, recursion, __copy__, __deepcopy__ and __reduce__.
import copy


class Node:
    def __init__(self, value, *links):
        self.value, self.links = value, list(links)

    def __repr__(self):
        return f"Node({self.value})"


a = Node(1)
b = Node(2, a)
a.links.append(b)
c = copy.copy(b)
d = copy.deepcopy(b)
print(c.links is b.links, d.links is b.links, d.links[0] is a, d.links[0].links[0] is d)
shared = [1]
x = [shared, shared, (shared,)]
y = copy.deepcopy(x)
print(y, y[0] is y[1], y[0] is y[2][0], y[0] is shared, copy.copy(x)[0] is shared, copy.deepcopy((1, "a")) == (1, "a"))


class Custom:
    def __copy__(self):
        print("copying")
        return self

    def __deepcopy__(self, memo):
        print("deep copying", type(memo).__name__)
        return Custom()


copy.copy(Custom())
copy.deepcopy([Custom()])


class Reduced:
    def __init__(self, n):
        self.n = n

    def __reduce__(self):
        return Reduced, (self.n + 1,)


print(copy.copy(Reduced(1)).n, copy.copy({1: 2}), copy.copy({1}), copy.deepcopy({"k": [1]}))
t = ([],)
u = copy.deepcopy(t)
u[0].append(1)
print(t, u, copy.copy(t) is t)
