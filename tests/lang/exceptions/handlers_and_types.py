# except with odd types: tuples nested, names rebound, classes that are no exceptions, types computed late, __subclasscheck__ ignored.
def show(action):
    try:
        print(action())
    except BaseException as error:
        print("escaped", type(error).__name__, error, "context", type(error.__context__).__name__)
def catch(error, types):
    try:
        raise error
    except types as caught:
        return f"caught {type(caught).__name__}"
show(lambda: catch(KeyError(1), LookupError))
show(lambda: catch(KeyError(1), (OSError, LookupError)))
show(lambda: catch(KeyError(1), (OSError, (ValueError, (KeyError,)))))
show(lambda: catch(KeyError(1), ()))
show(lambda: catch(KeyError(1), int))
show(lambda: catch(KeyError(1), (KeyError, int)))
show(lambda: catch(KeyError(1), (int, KeyError)))
show(lambda: catch(KeyError(1), "KeyError"))
show(lambda: catch(KeyError(1), [KeyError]))
show(lambda: catch(KeyError(1), KeyError(2)))
show(lambda: catch(KeyboardInterrupt(), Exception))
class Meta(type):
    def __instancecheck__(cls, instance):
        print("never asked")
        return True
    def __subclasscheck__(cls, subclass):
        print("never asked either")
        return True
class Greedy(Exception, metaclass=Meta):
    pass
show(lambda: catch(KeyError(1), Greedy))
order = []
def late(name, types):
    order.append(name)
    return types
def lazily():
    try:
        raise ValueError("v")
    except late("first", OSError):
        return 1
    except late("second", ValueError):
        return 2
    except late("third", Exception):
        return 3
show(lazily)
print(order)
def evaluated_only_when_raised():
    try:
        return "fine"
    except undefined_name:
        return "no"
show(evaluated_only_when_raised)
def undefined_in_clause():
    try:
        raise ValueError("v")
    except undefined_name:
        return "no"
show(undefined_in_clause)
def raising_odd(value):
    raise value
for value in (3, "text", None, int, object(), ValueError, (ValueError,), type):
    try:
        raising_odd(value)
    except BaseException as error:
        print(type(error).__name__, error)
class NotAnInstance(Exception):
    def __new__(cls):
        return 5
show(lambda: raising_odd(NotAnInstance))
class NeedsArguments(Exception):
    def __init__(self, a):
        super().__init__(a)
show(lambda: raising_odd(NeedsArguments))
def no_active():
    raise
show(no_active)
def name_gone():
    error = "before"
    try:
        raise KeyError(1)
    except KeyError as error:
        del error
    return error
show(name_gone)
def rebound():
    try:
        raise KeyError(1)
    except KeyError as error:
        error = "rebound"
    return "error" in locals()
show(rebound)
