"""str, bytes, bytearray: their iterators."""
import copy


def walk(sequence):
    iterator = iter(sequence)
    print(type(iterator).__name__, iterator is iter(iterator), iterator.__length_hint__())
    print(next(iterator), iterator.__length_hint__(), iterator.__reduce__()[1:])
    again = copy.copy(iterator)
    print(list(iterator), list(again), iterator.__length_hint__(), iterator.__reduce__()[1:])
    print(next(iterator, "end"), next(iterator, "end"))
    other = iter(sequence)
    for state in (1, -5, 100):
        other.__setstate__(state)
        print(other.__reduce__()[1:], end=" ")
    print(list(other))
    try:
        other.__setstate__("x")
    except TypeError as error:
        print("TypeError:", error)


for each in ("abc", "aé\u4e2d", "\U0001f600ab", b"abc", bytearray(b"abc")):
    walk(each)
growing = bytearray(b"ab")
iterator = iter(growing)
print(next(iterator))
growing.extend(b"cd")
print(list(iterator))
growing.append(1)
print(list(iterator))
try:
    type(iter("a"))()
except TypeError as error:
    print("TypeError:", error)
print(list(zip("ab", b"ab")), dict(zip("ab", "cd")), [*"é\U00010000"], set("aab") == {"a", "b"})
