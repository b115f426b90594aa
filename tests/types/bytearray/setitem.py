"""bytearray: assigning and deleting items and slices."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: bytearray(b"abc").__setitem__(5,1))
show(lambda: bytearray(b"abc").__setitem__(0,300))
show(lambda: bytearray(b"abc").__setitem__(0,"a"))
show(lambda: bytearray(b"abc").__setitem__("a",1))
show(lambda: bytearray(b"abc").__setitem__(slice(0,3,2),b"abc"))
show(lambda: bytearray(b"abc").__setitem__(slice(0,1),5))
show(lambda: bytearray(b"abc").__setitem__(slice(0,1),"a"))
show(lambda: bytearray(b"abc").__setitem__(slice(0,1),[1,2]))
show(lambda: bytearray(b"abc").__delitem__(5))
show(lambda: bytearray(b"abc").__delitem__("a"))
