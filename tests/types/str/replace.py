"""str: replace."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: "a".replace(5,"a"))
show(lambda: "a".replace("a",5))
show(lambda: "a".replace("a"))
show(lambda: "a".replace("a","b","c"))
show(lambda: "a".replace("a","b",count=1))
show(lambda: "aaa".replace("","-"))
show(lambda: "aaa".replace("","-",2))
show(lambda: "".replace("","-"))
show(lambda: "".replace("a","-"))
show(lambda: "".replace("","-",0))
show(lambda: "ab".replace("\U00010000","x"))
show(lambda: "ab".replace("a","\U00010000"))
show(lambda: "a\U00010000b\U00010000".replace("\U00010000","x"))
show(lambda: "a\U00010000b\U00010000".replace("\U00010000","x",1))
show(lambda: "a\U00010000b".replace("","-"))
