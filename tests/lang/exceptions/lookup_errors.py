# The texts of the usual runtime errors.
class A:
    pass


actions = """
1 / 0
1 % 0
1.0 // 0
"a" + 1
1 + "a"
[] + ()
None + 1
-"a"
"a" < 1
[1][5]
(1,)[5]
"a"[5]
{}["k"]
{}[1, 2]
None.x
(5).foo
A().x
A.x
A(1)
int.foo
None()
None[0]
5 in 5
len(5)
iter(5)
next(iter([]))
abs("x")
ord("ab")
[].pop()
{}.popitem()
set().pop()
"abc".index("z")
[1].index(2)
[1].remove(2)
int("5.5")
float("a")
[1, 2][1.0]
"a" * 1.5
[1] * None
range(1.0)
(lambda: 0)(1)
(lambda x: 0)()
dict(a=1)(2)
max()
sum(1)
sorted(5)
hash({})
isinstance(1, 1)
str(b"a", "nope")
"%d" % "a"
"{0}".format()
round("a")
chr("a")
bytes(["a"])
open(5.5)
zip(1)
map(1)
__import__("nope")
import_(1)
""".strip().split("\n")
for action in actions:
    try:
        print(action, "=>", eval(action))
    except BaseException as error:
        print(action, "=>", type(error).__name__, error)
