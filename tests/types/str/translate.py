"""str: translate."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: "a".translate(5))
show(lambda: "abc".translate({97:"X",98:None,99:100}))
show(lambda: "abc".translate({97:1.5}))
show(lambda: "abc".translate({97:-1}))
show(lambda: "abc".translate([1,2]))
show(lambda: "abc".translate("x"*100))
show(lambda: "abc".translate({97:0x10000}))
show(lambda: "\U00010000".translate({0x10000:"x"}))
show(lambda: "\U00010000".translate({0x10000:None}))
show(lambda: str.maketrans(5))
show(lambda: str.maketrans({"ab":1}))
show(lambda: str.maketrans({1.5:1}))
show(lambda: str.maketrans({"a":1,5:"x"}))
show(lambda: str.maketrans("ab","c"))
show(lambda: str.maketrans("ab",5))
show(lambda: str.maketrans(5,"a"))
show(lambda: str.maketrans("ab","cd","e"))
show(lambda: str.maketrans("ab","cd",5))
show(lambda: str.maketrans())
show(lambda: str.maketrans("\U00010000","a"))
