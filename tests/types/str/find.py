"""str: find."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: "a".find(5))
show(lambda: "a".find())
show(lambda: "\U00010000a".find("a"))
show(lambda: "a\U00010000b".find("b"))
show(lambda: "ab".find("\U00010000"))
show(lambda: "abc".find(""))
show(lambda: "abc".find("",3))
show(lambda: "abc".find("",4))
show(lambda: "abcabc".find("c",3,5))
show(lambda: "abcabc".find("c",-4))
show(lambda: "a".index("b"))
show(lambda: "a\U00010000b".index("\U00010000b"))
show(lambda: "a".rindex("b"))
show(lambda: "abcabc".rindex("b",0,4))
show(lambda: "a\U00010000b".rfind("\U00010000"))
show(lambda: "abc".rfind(""))
show(lambda: "abc".rfind("",1,2))
show(lambda: "abc".rfind("c",0,-1))
show(lambda: "abcabc".rfind("abc"))
