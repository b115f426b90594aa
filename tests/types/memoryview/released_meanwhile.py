# A view that is released while an index is asked for is not read or written any more.
class Index:
    def __init__(self, view, value):
        self.view = view
        self.value = value

    def __index__(self):
        self.view.release()
        return self.value


def attempt(name, action):
    view = memoryview(bytearray(b"\xff" * 8))
    try:
        print(name, action(view))
    except ValueError as error:
        print(name, error)


def assign(view, key, value):
    view[key] = value


attempt("item", lambda view: view[Index(view, 4)])
attempt("slice", lambda view: list(view[: Index(view, 2)]))
attempt("assign item", lambda view: assign(view, Index(view, 4), 1))
attempt("assign slice", lambda view: assign(view, slice(Index(view, 4), None), b"abcd"))
attempt("value", lambda view: assign(view, 0, Index(view, 4)))


def table(view):
    cells = view.cast("B", (2, 4))
    return cells[Index(cells, 1), 0]


attempt("two dimensions", table)
