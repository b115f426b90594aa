# except* with nested groups: what each clause gets, what is left, what a raise in a clause makes of it, naked exceptions, order.
def tree(error, depth=1):
    pad = "  " * depth
    if isinstance(error, BaseExceptionGroup):
        print(pad, type(error).__name__, error.message, getattr(error, "__notes__", ""))
        for each in error.exceptions:
            tree(each, depth + 1)
    else:
        print(pad, type(error).__name__, error)
def make():
    group = ExceptionGroup("top", [ValueError(1), ExceptionGroup("inner", [TypeError(2), ValueError(3), KeyError("k")]), OSError(5)])
    group.add_note("a note")
    return group
def case(title, function):
    print(title)
    try:
        print("  result", function())
    except BaseException as error:
        print("  escaped, context", type(error.__context__).__name__, "cause", error.__cause__)
        tree(error)
def all_handled():
    try:
        raise make()
    except* ValueError as g:
        tree(g, 2)
    except* (TypeError, KeyError) as g:
        tree(g, 2)
    except* Exception as g:
        tree(g, 2)
    else:
        print("    else")
    finally:
        print("    finally")
def some_left():
    try:
        raise make()
    except* ValueError:
        print("    handled")
def raises_new():
    try:
        raise make()
    except* ValueError:
        raise LookupError("new")
    except* OSError as g:
        raise RuntimeError("other") from g
def reraises():
    try:
        raise make()
    except* ValueError as g:
        raise
    except* TypeError as g:
        raise g
def raises_part():
    try:
        raise make()
    except* ValueError as g:
        raise g.exceptions[0]
def naked():
    try:
        raise ValueError("alone")
    except* ValueError as g:
        tree(g, 2)
        raise
def naked_unmatched():
    try:
        raise ValueError("alone")
    except* TypeError:
        pass
def nothing():
    try:
        pass
    except* ValueError:
        print("never")
    else:
        return "else ran"
def group_type():
    try:
        raise ValueError
    except* ExceptionGroup:
        pass
def bad_type():
    try:
        raise ValueError
    except* 3:
        pass
def base():
    try:
        raise BaseExceptionGroup("b", [KeyboardInterrupt(), ValueError(1)])
    except* KeyboardInterrupt as g:
        tree(g, 2)
def name_is_deleted():
    try:
        raise make()
    except* Exception as g:
        pass
    try:
        g
    except UnboundLocalError as error:
        return error
class Own(ExceptionGroup):
    def derive(self, excs):
        return Own(self.message + "+", excs)
def own():
    try:
        raise Own("own", [ValueError(1), TypeError(2)])
    except* ValueError as g:
        tree(g, 2)
for function in (all_handled, some_left, raises_new, reraises, raises_part, naked, naked_unmatched, nothing, group_type, bad_type, base, name_is_deleted, own):
    case(function.__name__, function)
