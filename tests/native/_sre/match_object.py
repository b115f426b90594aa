"""Arguments of the methods of matches, and their errors."""
import copy
import re

def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)

match = re.match("a(b)?(?P<n>c)", "acx")
for key in [0, 1, "n", 2, 3, -1, "q", None, 1.0, True, 2**70]:
    show(match.group, key)
    show(match.start, key)
show(match.group, 1, 2, "n")
show(match.group, [])
show(lambda: match["zz"])
show(lambda: match[9])
show(match.groups, "d")
show(match.groupdict, default=7)
show(match.expand, r"\1-\g<n>")
show(match.expand, r"\9")
show(lambda: copy.copy(match) is match and copy.deepcopy(match) is match)
show(bool, match)
show(lambda: type(match)[str])
show(hash, [])
show(lambda: match == match)
show(match.__reduce_ex__, 2)
