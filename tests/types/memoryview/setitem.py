"""memoryview: assigning and deleting items and slices."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: memoryview(b"abc").__setitem__(0,1))
show(lambda: memoryview(bytearray(b"abc")).__setitem__(0,300))
show(lambda: memoryview(bytearray(b"abc")).__setitem__(0,"a"))
show(lambda: memoryview(bytearray(b"abc")).__setitem__(0,b"a"))
show(lambda: memoryview(bytearray(b"abc")).__setitem__(5,1))
show(lambda: memoryview(bytearray(b"abc")).__setitem__("a",1))
show(lambda: memoryview(bytearray(b"abc")).__setitem__(slice(0,2),b"x"))
show(lambda: memoryview(bytearray(b"abc")).__setitem__(slice(0,2),b"xy"))
show(lambda: memoryview(bytearray(b"abc")).__setitem__(slice(0,2),5))
show(lambda: memoryview(bytearray(b"abc")).__setitem__(slice(0,2),"ab"))
show(lambda: memoryview(bytearray(b"abc")).__setitem__((0,0),5))
show(lambda: memoryview(bytearray(b"abc")).__delitem__(0))
show(lambda: memoryview(b"abc").__delitem__(0))
show(lambda: memoryview(b"abc").__delitem__(slice(0,1)))
