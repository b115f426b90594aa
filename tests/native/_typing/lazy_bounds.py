"""Bounds and constraints are evaluated when they are asked for, once."""
calls = []


def note(value):
    calls.append(value)
    return value


def function[T: note(int), U: (note(str), note(bytes))](): ...


first, second = function.__type_params__
print(calls, first, second)
print(first.__bound__, first.__constraints__, calls)
print(first.__bound__, second.__bound__, second.__constraints__, calls)


class Node[T: Node]:
    pass


print(Node.__type_params__[0].__bound__ is Node)


def bad[T: 1 / 0](): ...


for _ in range(2):
    try:
        print(bad.__type_params__[0].__bound__)
    except ZeroDivisionError as error:
        print(error)
type Alias = note(calls)
print(Alias.__value__ is calls, len(calls), Alias.__value__ is calls, len(calls))
