"""Arrays of characters."""
from array import array
import warnings

warnings.simplefilter("ignore")
u = array("u", "a\xe9\u20ac")
print(u, u.tounicode(), len(u), u[1], u[::-1], u.tolist())
u.fromunicode("xy")
u[0] = "\U0001f600"
u.append("z")
u.extend("pq")
print(ascii(u.tounicode()), u.count("x"), u.index("y"), "z" in u, array("u", u) == u, array("u"))
for action in [
    lambda: u.append("ab"), lambda: u.append(5), lambda: u.fromunicode(5), lambda: array("u", [97]), lambda: array("b", u),
    lambda: array("b", "text"), lambda: u + array("b"), lambda: u.__setitem__(0, ""),
]:
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
print(u.__reduce_ex__(2)[1][1][:3])
