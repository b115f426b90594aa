# super(), the method resolution order of a diamond, and orders that cannot be.
class A:
    def who(self):
        return ["A"]

    def hello(self):
        return "hello from " + type(self).__name__


class B(A):
    def who(self):
        return ["B"] + super().who()


class C(A):
    def who(self):
        return ["C"] + super().who()


class D(B, C):
    def who(self):
        return ["D"] + super().who()


print(D().who(), [c.__name__ for c in D.__mro__], D().hello())
print(super(B, D()).who(), super(D, D).who(D()))
print(issubclass(D, A), issubclass(A, D), issubclass(bool, int), D.__bases__ == (B, C))
print([c.__name__ for c in A.__subclasses__()])
try:
    class E(A, B):
        pass
except TypeError as error:
    print(error)
try:
    class F(A, A):
        pass
except TypeError as error:
    print(error)
try:
    class G(bool):
        pass
except TypeError as error:
    print(error)
class Stack(list):
    def push(self, x):
        self.append(x)
        return self


s = Stack([1]).push(2)
print(s, type(s + [3]).__name__, type(s[:1]).__name__, len(s), s == [1, 2])
