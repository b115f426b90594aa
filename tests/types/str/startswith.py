"""str: startswith."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: "a".startswith(5))
show(lambda: "a".startswith((5,)))
show(lambda: "a".startswith("a",5))
show(lambda: "".startswith("",1))
show(lambda: "a".startswith("",1))
show(lambda: "a\U00010000b".startswith("a\U00010000"))
show(lambda: "abc".startswith(("x","a")))
show(lambda: "abc".startswith("b",1))
show(lambda: "abc".startswith("b",-2))
show(lambda: "abc".startswith("",3))
show(lambda: "abc".startswith("",4))
show(lambda: "a".endswith((5,)))
show(lambda: "a".endswith(5))
show(lambda: "a".endswith(("b","a")))
show(lambda: "a\U00010000b".endswith("\U00010000b"))
show(lambda: "a\U00010000b".endswith("\U00010000",0,2))
show(lambda: "abc".endswith("",3,1))
show(lambda: "abc".endswith("bc",1))
show(lambda: "abc".endswith("abc",1))
