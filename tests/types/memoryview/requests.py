# A view refuses what its layout cannot give, and a cast refuses shapes that do not fit.
SIMPLE, WRITABLE, FORMAT, ND, STRIDES = 0, 1, 4, 8, 24
C_CONTIGUOUS, F_CONTIGUOUS, ANY_CONTIGUOUS = 0x38, 0x58, 0x98

readonly = memoryview(bytes(range(12)))
table = readonly.cast("B", [3, 4])
gaps = readonly[::2]
for name, view in ("bytes", readonly), ("table", table), ("gaps", gaps):
    for flags in SIMPLE, WRITABLE, FORMAT, ND, STRIDES, C_CONTIGUOUS, F_CONTIGUOUS, ANY_CONTIGUOUS, FORMAT | ND:
        try:
            print(name, flags, view.__buffer__(flags).nbytes, memoryview._from_flags(view, flags).nbytes)
        except BufferError as error:
            print(name, flags, error)

for shape in [3, 4], [0], [-1], ["x"], [5], [2**64], [2**20] * 3 + [8], [], [12, 1], [1] * 65, {}:
    try:
        print(readonly.cast("B", shape).shape)
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)

# A single item may become one without dimensions.
print(memoryview(b"abcd").cast("I", []).tolist(), memoryview(b"abcd").cast("I", shape=[])[()])
