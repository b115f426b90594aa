# What is compressed comes back, in each format and with each filter; what needs no compressing has liblzma's bytes.
import lzma
import random

F = lzma
numbers = random.Random(5)
DATA = {
    "nothing": b"",
    "a byte": b"Q",
    "text": b" ".join(numbers.choice([b"alpha", b"beta", b"gamma", b"%d" % i]) for i in range(3000)),
    "zeros": bytes(50_000),
    "noise": numbers.randbytes(20_000),
    "code": bytes(numbers.choice((0xE8, 0xE9, 0xEB, 0xF0, 0xF8, 0x48, 0x40, 0x7F, 0, 0xFF, 0x10)) for _ in range(5000)),
    "mixed": b"abc" * 9000 + numbers.randbytes(66_000) + b"abc" * 9000,
}
BRANCHES = [F.FILTER_X86, F.FILTER_POWERPC, F.FILTER_IA64, F.FILTER_ARM, F.FILTER_ARMTHUMB, F.FILTER_SPARC]
SETTINGS = [
    dict(preset=0),
    dict(preset=6, check=F.CHECK_SHA256),
    dict(preset=4 | F.PRESET_EXTREME, check=F.CHECK_CRC32),
    dict(format=F.FORMAT_ALONE),
    dict(format=F.FORMAT_RAW, filters=[{"id": F.FILTER_LZMA1, "lc": 1, "lp": 3, "pb": 4, "dict_size": 4096}]),
    dict(format=F.FORMAT_RAW, filters=[{"id": F.FILTER_DELTA, "dist": 3}, {"id": F.FILTER_LZMA2, "mf": F.MF_HC3}]),
    dict(filters=[{"id": F.FILTER_X86}, {"id": F.FILTER_DELTA}, {"id": F.FILTER_LZMA2, "dict_size": 1 << 16}]),
]
SETTINGS += [dict(filters=[{"id": id, "start_offset": 32}, {"id": F.FILTER_LZMA2, "preset": 1}]) for id in BRANCHES]

for settings in SETTINGS:
    how = {name: settings[name] for name in ("format", "filters") if name in settings}
    if how.get("format") != F.FORMAT_RAW:
        how.pop("filters", None)
    print(settings)
    for name, data in DATA.items():
        stream = lzma.compress(data, **settings)
        compressor = lzma.LZMACompressor(**settings)
        pieces = [compressor.compress(data[i:i + 999]) for i in range(0, len(data), 999)] + [compressor.flush()]
        print("  ", name, lzma.decompress(stream, **how) == data, b"".join(pieces) == stream)

for data in b"", b"Q", b"hello", bytes(range(256)):
    print(lzma.compress(data).hex())
print(lzma.compress(b"", format=F.FORMAT_ALONE).hex())
print(lzma.LZMACompressor().compress(b""), lzma.LZMACompressor(F.FORMAT_ALONE, preset=0).compress(b""))
limits = {"text": 9000, "zeros": 300, "noise": 20_100, "code": 3000, "mixed": 70_000}
for name, limit in limits.items():
    print(name, len(lzma.compress(DATA[name])) < limit)
