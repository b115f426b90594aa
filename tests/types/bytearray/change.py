"""bytearray: methods that change it in place."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: bytearray(b"a").pop(5))
show(lambda: bytearray().pop())
show(lambda: bytearray(b"a").remove(98))
show(lambda: bytearray(b"a").remove("a"))
show(lambda: bytearray(b"a").remove(300))
show(lambda: bytearray(b"a").append("a"))
show(lambda: bytearray(b"a").append(300))
show(lambda: bytearray(b"a").insert(0,300))
show(lambda: bytearray(b"a").insert("a",3))
show(lambda: bytearray(b"a").extend(5))
show(lambda: bytearray(b"a").extend("ab"))
show(lambda: bytearray(b"a").extend([300]))
show(lambda: bytearray(b"a").extend(["a"]))
show(lambda: bytearray(b"a").__iadd__(5))
show(lambda: bytearray(b"a").__iadd__([1]))
show(lambda: bytearray(b"a").__imul__(-1))
