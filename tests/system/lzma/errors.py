# What is said of wrong arguments, wrong filters and damaged streams.
import lzma
from _lzma import _decode_filter_properties, _encode_filter_properties

LZMA1, LZMA2, DELTA, ARM = lzma.FILTER_LZMA1, lzma.FILTER_LZMA2, lzma.FILTER_DELTA, lzma.FILTER_ARM
XZ = bytes.fromhex(
    "fd377a585a000004e6d6b4460200210116000000742fe5a3e0002400195d00399c08467e2df172210a93b49b476f997a"
    "ac8860d4aaa3a0000000000054783ac76f2adb5100013525daa3b3c91fb6f37d010000000004595a"
)


def attempt(function, *args, **kwargs):
    try:
        result = function(*args, **kwargs)
    except Exception as error:
        print("  ", type(error).__name__, error)
    else:
        print("  ", result if isinstance(result, (bytes, dict, bool)) else type(result).__name__)


print("compressors")
for kwargs in (dict(format=4), dict(format="x"), dict(preset=10), dict(format=2, preset=10), dict(preset=-1), dict(preset="x"),
               dict(preset=2**40), dict(preset=3, filters=[]), dict(format=2, check=4), dict(format=3), dict(check=2),
               dict(check=16), dict(check=-2), dict(check="a")):
    attempt(lzma.LZMACompressor, **kwargs)
print("decompressors")
for kwargs in (dict(format=9), dict(format=3), dict(format=3, memlimit=5), dict(filters=[]), dict(memlimit=-1),
               dict(memlimit="a"), dict(memlimit=2**64), dict(foo=1), dict(format="x")):
    attempt(lzma.LZMADecompressor, **kwargs)
for filters in (5, [], [1], [{}], [{"id": LZMA2}] * 5, [{"id": LZMA2}] * 2, [{"id": 99}], [{"id": -1}], [{"id": "x"}],
                [{"id": LZMA2, "foo": 1}], [{"id": LZMA2, "preset": 12}], [{"id": LZMA2, "preset": "a"}],
                [{"id": LZMA2, "lc": "a"}], [{"id": LZMA2, "lc": 5}], [{"id": LZMA2, "dict_size": 1}],
                [{"id": LZMA2, "dict_size": 2**33}], [{"id": LZMA2, "mode": 3}], [{"id": LZMA2, "mf": 0}],
                [{"id": LZMA2, "nice_len": 274}], [{"id": DELTA}], [{"id": DELTA, "dist": 0}, {"id": LZMA2}],
                [{"id": DELTA, "x": 1}, {"id": LZMA2}], [{"id": ARM, "start_offset": 2}, {"id": LZMA2}],
                [{"id": ARM, "x": 2}, {"id": LZMA2}], [{"id": LZMA1}], {"id": LZMA2}, "ab", [{"id": 2**64}]):
    print(filters)
    for format in lzma.FORMAT_XZ, lzma.FORMAT_ALONE, lzma.FORMAT_RAW:
        attempt(lzma.LZMACompressor, format, filters=filters)
    attempt(lzma.LZMADecompressor, lzma.FORMAT_RAW, filters=filters)
    if isinstance(filters, list) and filters:
        attempt(_encode_filter_properties, filters[0])
print("properties")
for id, encoded in ((LZMA2, b""), (LZMA2, b"\x29"), (LZMA2, b"\x28"), (LZMA2, b"\x17"), (DELTA, b"\x05"), (LZMA1, b"]\0\0\x80\0"),
                    (LZMA1, b"\xff\0\0\x80\0"), (ARM, b"\x01\0\0\0"), (ARM, b"\x01"), (99, b""), (-1, b""), ("a", b""), (DELTA, "s")):
    attempt(_decode_filter_properties, id, encoded)
for check in 0, 1, 2, 10, 16, -1, 2**40, "a":
    attempt(lzma.is_check_supported, check)
print("damage")
for place in range(len(XZ)):
    damaged = bytearray(XZ)
    damaged[place] ^= 0x55
    attempt(lzma.decompress, bytes(damaged))
for end in range(0, len(XZ), 7):
    attempt(lzma.decompress, XZ[:end])
decompressor = lzma.LZMADecompressor()
attempt(decompressor.decompress, b"no stream at all")
attempt(decompressor.decompress, XZ)
decompressor = lzma.LZMADecompressor()
attempt(decompressor.decompress, XZ + b"!")
attempt(decompressor.decompress, b"")
attempt(decompressor.decompress, "x")
attempt(lzma.LZMADecompressor().decompress, b"", 2**70)
attempt(lzma.LZMADecompressor(memlimit=1024).decompress, XZ)
compressor = lzma.LZMACompressor()
attempt(compressor.compress, "x")
compressor.flush()
attempt(compressor.flush)
attempt(compressor.compress, b"")
