# bisect: searching and inserting into sorted sequences.
from bisect import bisect, bisect_left, bisect_right, insort, insort_left, insort_right

a = [1, 3, 3, 3, 7, 9]
print([bisect_left(a, x) for x in (0, 1, 3, 4, 9, 10)], [bisect_right(a, x) for x in (0, 1, 3, 4, 9, 10)], bisect(a, 3), bisect is bisect_right)
print(bisect_left(a, 3, 2), bisect_left(a, 3, 0, 1), bisect_left(a, 3, lo=2, hi=4), bisect_right(a, 3, hi=2))
insort(a, 4)
insort_left(a, 3)
insort_right(a, 20, 0, len(a))
print(a)


def grade(score, breakpoints=(60, 70, 80, 90), grades="FDCBA"):
    return grades[bisect(breakpoints, score)]


print([grade(s) for s in (33, 99, 77, 70, 89, 90, 100)])
people = [("al", 20), ("bo", 25), ("cy", 31)]
print(bisect_left(people, 25, key=lambda p: p[1]), bisect(people, 25, key=lambda p: p[1]))
insort(people, ("di", 22), key=lambda p: p[1])
print(people)


class Squares:
    def __len__(self):
        return 1000

    def __getitem__(self, index):
        return index * index


print(bisect_left(Squares(), 5000), bisect_right(Squares(), 4900))


class Log(list):
    def insert(self, index, item):
        print("insert", index, item)
        super().insert(index, item)


log = Log([1, 5])
insort(log, 3)
print(log)
for action in (lambda: bisect(a, "x"), lambda: bisect(a, 1, -1), lambda: insort((1, 2), 3), lambda: bisect([]), lambda: bisect(5, 1), lambda: bisect([1, 2], 1, key=3)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
