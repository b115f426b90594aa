# Views of exporters with every layout: pointers, Fortran order, gaps, formats of the struct module, requests refused.
from _testbuffer import (
    ND_FORTRAN,
    ND_PIL,
    ND_WRITABLE,
    PyBUF_CONTIG_RO,
    PyBUF_FULL_RO,
    PyBUF_READ,
    PyBUF_SIMPLE,
    PyBUF_STRIDES,
    PyBUF_WRITE,
    cmp_contig,
    get_contiguous,
    get_pointer,
    is_contiguous,
    ndarray,
    py_buffer_to_contiguous,
    slice_indices,
    staticarray,
)

items = list(range(12))
for name, flags in ("rows", 0), ("columns", ND_FORTRAN), ("pointers", ND_PIL):
    array = ndarray(items, shape=[3, 4], format="h", flags=flags)
    view = memoryview(array)
    print(name, view.shape, view.strides, view.suboffsets, view.c_contiguous, view.f_contiguous)
    print(view.tolist(), view[1, 2], view[-1, -1], get_pointer(array, [2, 1]))
    print(view.tobytes() == array.tobytes(), view.tobytes("F").hex(), view == array, view[::-2] == array[::-2])
    print([py_buffer_to_contiguous(array, order, PyBUF_FULL_RO).hex() for order in "CFA"])
    for request in PyBUF_SIMPLE, PyBUF_CONTIG_RO, PyBUF_STRIDES:
        try:
            print(ndarray(array, getbuf=request).strides)
        except BufferError as error:
            print(error)

target = ndarray(items, shape=[3, 4], flags=ND_WRITABLE | ND_PIL)
target[::2, 1:3] = ndarray([100, 101, 102, 103], shape=[2, 2])
print(target.tolist(), target[1].tolist(), target[:, ::-1].suboffsets)

pairs = ndarray([(1, 2.5), (-1, float("nan"))], shape=[2], format="<hd")
print(pairs.tolist()[0], memoryview(pairs) == pairs, memoryview(pairs)[:1] == pairs[:1])
big = ndarray([1, 2, 3], shape=[3], format=">i")
small = ndarray([1, 2, 3], shape=[3], format="=b")
print(memoryview(big) == memoryview(small), memoryview(big).format)
for action in lambda: memoryview(big)[0], lambda: memoryview(big).tolist(), lambda: memoryview(big).cast("h"):
    try:
        print(action())
    except (NotImplementedError, TypeError) as error:
        print(error)
print(memoryview(big).cast("B").tolist())

gaps = ndarray(items, shape=[4], strides=[3], flags=ND_WRITABLE)
print(is_contiguous(gaps, "A"), get_contiguous(gaps, PyBUF_READ, "C").tolist(), cmp_contig(b"12", b"12"))
try:
    get_contiguous(gaps, PyBUF_WRITE, "C")
except BufferError as error:
    print(error)
print(slice_indices(slice(None, None, -2), 5), memoryview(staticarray()).tolist(), memoryview(ndarray(7, [])).tolist())
try:
    memoryview(ndarray([1] * 65, shape=[1] * 65))
except ValueError as error:
    print(error)
