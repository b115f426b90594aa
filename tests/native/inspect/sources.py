"""inspect.getsource and friends, on this very file."""
import inspect


def decorated(function):
    return function


@decorated
def function(a,
             b=(1,
                2)):
    """A doc

        with indentation.
    """
    text = '''
not the end'''
    return text


class Outer:
    class Inner:
        def method(self):
            return lambda x: (x +
                              1)

    # a comment
    value = 1


# Comments before
# a function.
def commented(): pass


print(inspect.getsource(function))
print(inspect.getsource(Outer.Inner))
print(inspect.getsource(Outer.Inner().method()))
print(inspect.getsourcelines(Outer.Inner.method))
print(inspect.getcomments(commented), inspect.getdoc(function), inspect.cleandoc("  a\n    b\n  c"))
print(inspect.getsourcefile(function) == __file__, inspect.getmodule(function).__name__, inspect.getfile(Outer) == __file__)
for thing in (len, 3, int):
    try:
        inspect.getsource(thing)
    except (TypeError, OSError) as error:
        print(type(error).__name__, error)
frame = inspect.currentframe()
print(inspect.getframeinfo(frame).code_context, frame.f_lineno - inspect.getframeinfo(frame, context=3).lineno)
