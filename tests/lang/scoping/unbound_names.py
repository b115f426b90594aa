# UnboundLocalError and NameError: for locals, cells, globals, builtins, deleted names, in each construct that binds.
def show(function, *args):
    try:
        print(function.__name__, function(*args))
    except NameError as error:
        print(function.__name__, type(error).__name__, error, error.name)
def read_first():
    print(value)
    value = 1
def augmented():
    total += 1
def deleted():
    value = 1
    del value
    return value
def delete_unbound():
    del value
    value = 1
def delete_twice():
    value = 1
    del value
    del value
def loop_never_ran():
    for item in ():
        pass
    return item
def branch(flag):
    if flag:
        value = 1
    return value
def with_target():
    try:
        with memoryview(b"") as view:
            raise KeyError
    except KeyError:
        pass
    return view is not None and other_view
def handler_name():
    try:
        raise KeyError
    except KeyError as caught:
        pass
    return caught
def import_fails():
    try:
        import no_such_module_here as module
    except ImportError:
        pass
    return module
def cell():
    def inner():
        return later
    result = inner()
    later = 1
    return result
def cell_deleted():
    value = 1
    def inner():
        return value
    del value
    return inner()
def nonlocal_unbound():
    def inner():
        nonlocal value
        value += 1
    inner()
    value = 0
def global_missing():
    global not_there_at_all
    return not_there_at_all
def global_delete():
    global not_there_at_all
    del not_there_at_all
def class_body():
    class C:
        y = undefined_here
def comprehension():
    return [undefined_there for _ in range(1)]
def match_capture(value):
    match value:
        case [x, y]:
            pass
    return x
def walrus_short():
    False and (w := 1)
    return w
def star_target():
    try:
        a, *rest = iter_fails()
    except ZeroDivisionError:
        pass
    return rest
def iter_fails():
    1 / 0
def default_name(a=1):
    del a
    return a
def nested_def():
    if False:
        def helper(): pass
    return helper
for function in (read_first, augmented, deleted, delete_unbound, delete_twice, loop_never_ran, with_target, handler_name, import_fails, cell, cell_deleted, nonlocal_unbound,
                 global_missing, global_delete, class_body, comprehension, walrus_short, star_target, default_name, nested_def):
    show(function)
show(branch, True)
show(branch, False)
show(match_capture, 3)
show(match_capture, [1, 2])
import builtins
builtins.added = "in builtins"
def from_builtins(): return added
show(from_builtins)
del builtins.added
show(from_builtins)
