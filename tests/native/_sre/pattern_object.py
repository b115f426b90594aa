"""Patterns are equal by content, hashable, copied as themselves and picklable."""
import copy
import pickle
import re
import weakref

first = re.compile("a(?P<x>b)", re.I)
re.purge()
second = re.compile("a(?P<x>b)", re.I)
print(first is second, first == second, hash(first) == hash(second), first == re.compile("a(?P<x>b)"), first != second, first == 1)
print(re.compile("a") == re.compile(b"a"), {first: 1}[second], copy.copy(first) is first, copy.deepcopy(first) is first)
print(pickle.loads(pickle.dumps(first)) == first, pickle.loads(pickle.dumps(re.compile(b"x", re.S))))
print(first.groups, first.groupindex, first.flags, first.pattern, re.compile(b"z").groupindex, weakref.ref(first)() is first)
for name in ["pattern", "flags", "groups", "groupindex"]:
    try:
        setattr(first, name, 1)
    except AttributeError as error:
        print(error)
try:
    first.groupindex["y"] = 1
except TypeError as error:
    print(error)
print(first.match.__text_signature__, first.sub.__name__, type(first).__doc__, re.Pattern, re.Match)
