# An exception that has nowhere to go reaches sys.unraisablehook; what the hook raises is printed in its place.
import sys
import weakref


class Named:
    def __init__(self, name, error):
        self.name = name
        self.error = error

    def __call__(self, *args):
        raise self.error

    def __repr__(self):
        return self.name


class Broken:
    __del__ = Named("<the finalizer>", ValueError("in del"))


class Node:
    pass


def show(args):
    print(args.exc_type.__name__, args.object, args.err_msg, args.exc_traceback is not None)


sys.unraisablehook = Named("<the hook>", KeyError("in hook"))
value = Broken()
del value

sys.unraisablehook = show
value = Broken()
del value
# int() of a reference fails without a frame of its own.
node = Node()
reference = weakref.ref(node, int)
del node

# Without a hook the one of the interpreter is used.
sys.unraisablehook = None
value = Broken()
del value
del sys.unraisablehook
value = Broken()
del value

try:
    sys.__unraisablehook__(ValueError())
except TypeError as error:
    print(error)
