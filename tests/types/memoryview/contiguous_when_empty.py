# Views of nothing and of one item: which are contiguous, what may be cast.
def attempt(label, function):
    try:
        print(label, "=>", function())
    except Exception as error:
        print(label, "=>", type(error).__name__, error)


for data in (b"", b"a", b"abcdefgh"):
    for step in (1, 2, -1, 100, -3):
        for start in (None, 0, 3):
            view = memoryview(data)[start::step]
            print(data, start, step, view.shape, view.strides, view.c_contiguous, view.f_contiguous, view.contiguous)
            attempt("  cast", lambda: view.cast("b").shape)
            attempt("  cast to i", lambda: view.cast("i").shape)
            attempt("  shape", lambda: view.cast("B", [0]).shape)
            attempt("  bytes", lambda: (bytes(view), view.tobytes("F"), view.tolist(), view.hex()))
empty = memoryview(b"")
attempt("two dimensions", lambda: empty.cast("B", [0, 5]).shape)
attempt("none", lambda: empty.cast("B", []).shape)
one = memoryview(b"x").cast("B", [])
print(one.shape, one.strides, one.c_contiguous, one.f_contiguous, one.nbytes, one[()], one.tolist())
attempt("zero dimensions to one", lambda: one.cast("B", [1]).tolist())
attempt("len", lambda: len(one))
attempt("iter", lambda: list(one))
attempt("index", lambda: one[0])
