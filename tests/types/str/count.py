"""str: count."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: "a".count(5))
show(lambda: "a\U00010000b".count(""))
show(lambda: "a\U00010000b".count("\U00010000"))
show(lambda: "abc".count("",1,10))
show(lambda: "aaaa".count("aa"))
show(lambda: "banana".count("an"))
show(lambda: "banana".count("a", 2))
show(lambda: "banana".count("a", -3, -1))
show(lambda: "".count(""))
show(lambda: "abc".count("abcd"))
show(lambda: "abc".count("", 3))
show(lambda: "abc".count("", 4))
