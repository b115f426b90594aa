# memoryview: casts between formats and shapes, indices of several dimensions, and assignment by each format.
def attempt(label, function):
    try:
        print(label, "=>", function())
    except Exception as error:
        print(label, "=>", type(error).__name__, error)


def store(view, key, value):
    view[key] = value


data = bytearray(range(24))
for first in ("B", "b", "c", "H", "i", "d", "?"):
    for second in ("B", "b", "c", "H", "q", "f", "@I", "<i", "x", "BB", "", 5):
        attempt(f"cast {first} {second}", lambda: memoryview(data).cast(first).cast(second).shape)
for shape in ([24], [2, 12], [2, 3, 4], [4, 6], [5, 5], [0], [], [-1, 24], [24, "1"], "ab", 24, None, [2**70], (2, 2, 6), [1] * 65, [True, 24]):
    attempt(f"shape {shape if not isinstance(shape, list) or len(shape) < 9 else len(shape)}", lambda: memoryview(data).cast("B", shape=shape).shape)
attempt("format and shape", lambda: memoryview(data).cast("i", [2, 3]).tolist())
grid = memoryview(data).cast("B", [2, 3, 4])
for key in [(0, 0, 0), (1, 2, 3), (-1, -1, -1), (2, 0, 0), (0, 3, 0), (0, 0), 0, (0, 0, 0, 0), (0, slice(1), 0), ..., slice(0, 1), "a", (0, "a", 0), (1.0, 0, 0), ()]:
    attempt(f"grid {key}", lambda: grid[key] if not isinstance(key, slice) else grid[key].shape)
    attempt(f"grid set {key}", lambda: store(grid, key, 7))
print(grid.strides, grid.nbytes, len(grid), grid.ndim, grid.contiguous, grid.suboffsets, grid.tobytes()[:4])
attempt("iterate", lambda: list(grid))
attempt("in", lambda: 1 in grid)
attempt("reversed", lambda: list(reversed(grid)))
attempt("hex", lambda: grid.hex()[:8])
attempt("back", lambda: grid.cast("B").shape)
attempt("other shape", lambda: grid.cast("B", [24, 1]).shape)
attempt("compare", lambda: (grid == memoryview(data).cast("B", [2, 3, 4]), grid == memoryview(data)))
for format, values in {"B": (0, 255, 256, -1, "a", 1.5, None, True), "b": (127, -129), "c": (b"x", b"xy", 5, "x"), "?": (0, [], "x", None), "H": (65535, 65536), "d": (1, 1.5, "x", 1j, 10**400), "f": (1e39, float("nan")), "q": (2**63, -(2**63))}.items():
    view = memoryview(bytearray(16)).cast(format)
    for value in values:
        attempt(f"{format} = {str(value)[:12]}", lambda: (store(view, 0, value), str(view[0])))
flat = memoryview(bytearray(b"abcdefgh"))
for key, value in [(slice(0, 2), b"XY"), (slice(0, 2), b"X"), (slice(None, None, 2), b"1234"), (slice(None, None, -1), flat), (slice(1, 3), memoryview(b"q").cast("c")), (slice(0, 2), memoryview(b"zzzz").cast("H")), (slice(0, 0), b""), (slice(0, 1), "a"), (slice(2, 4), flat[4:6]), (slice(0, 4), flat[2:6])]:
    attempt(f"{key.start, key.stop, key.step}", lambda: (store(flat, key, value), bytes(flat)))
attempt("delete", lambda: flat.__delitem__(0))
attempt("read-only", lambda: store(memoryview(b"a"), 0, 98))
released = memoryview(bytearray(2))
released.release()
for name in ("tolist", "tobytes", "hex", "toreadonly", "release", "__len__", "__enter__", "cast"):
    attempt(f"released {name}", lambda: getattr(released, name)(*(["B"] if name == "cast" else [])))
for name in ("shape", "format", "nbytes", "obj", "readonly", "c_contiguous"):
    attempt(f"released {name}", lambda: getattr(released, name))
attempt("released eq", lambda: (released == released, released == b"", "released" in repr(released)))
