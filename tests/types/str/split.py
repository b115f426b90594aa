"""str: split."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: "a".split(5))
show(lambda: "a".split(""))
show(lambda: "a\U00010000b".split("\U00010000"))
show(lambda: "a b\U00010000 c".split())
show(lambda: " a  b ".split(" "))
show(lambda: "a,b,,c".split(","))
show(lambda: "a,b,,c".split(",",1))
show(lambda: "a,b,,c".split(",",0))
show(lambda: "".split())
show(lambda: "".split(","))
show(lambda: "   ".split())
show(lambda: " a b c ".split(None,1))
show(lambda: " a b c ".split(None,0))
show(lambda: "a\u3000b\u2003c".split())
show(lambda: "a\x1fb".split())
show(lambda: "a".rsplit(""))
show(lambda: "a".rsplit(5))
show(lambda: "a\U00010000b\U00010000c".rsplit("\U00010000",1))
show(lambda: "a b\U00010000 c".rsplit(None,1))
show(lambda: "a,b,,c".rsplit(",",1))
show(lambda: "a,b,,c".rsplit(",",-1))
show(lambda: " a b c ".rsplit(None,0))
show(lambda: " a b c ".rsplit(None,2))
