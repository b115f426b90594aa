# Every character of two planes through every East Asian encoding, and every sequence of two bytes back: digests.
import hashlib
import random

TABLES = (
    "gb2312 gbk gb18030 hz big5 cp950 big5hkscs shift_jis cp932 euc_jp shift_jis_2004 euc_jis_2004 shift_jisx0213 "
    "euc_jisx0213 euc_kr cp949 johab iso2022_kr iso2022_jp iso2022_jp_1 iso2022_jp_2 iso2022_jp_2004 iso2022_jp_3 iso2022_jp_ext"
).split()
points = [*range(0x0, 0xD800), *range(0xE000, 0x10000), *range(0x20000, 0x2A800, 3), 0x10FFFF, 0x1F600]
text = "".join(map(chr, points))
for name in TABLES:
    encoded = text.encode(name, "ignore")
    print(name, len(encoded), hashlib.sha256(encoded).hexdigest()[:16], end=" ")
    digest = hashlib.sha256()
    for first in range(0x80, 0x100):
        data = b"".join(bytes([first, second, 0x20]) for second in range(0x20, 0x100))
        digest.update(data.decode(name, "replace").encode())
    print(digest.hexdigest()[:16], end=" ")
    generator = random.Random(1)
    digest = hashlib.sha256()
    pieces = [b"\x1b$B", b"\x1b(B", b"\x1b(J", b"\x1b$(D", b"\x1b$A", b"\x1b$(C", b"\x1b$)C", b"\x0e", b"\x0f", b"\x1b.A", b"\x1b.F"]
    pieces += [b"\x1bN", b"\x1b&@\x1b$B", b"\x1b(I", b"\x1b$(O", b"\x1b$(Q", b"\x1b$(P", b"~{", b"~}", b"~~", b"\n", b"\xa4\xd4", b"\x1b$@"]
    for _ in range(3000):
        data = b""
        for _ in range(generator.randrange(6)):
            if generator.random() < 0.4:
                data += generator.choice(pieces)
            else:
                data += bytes(generator.randrange(0x21, 0x100 if generator.random() < 0.5 else 0x7F) for _ in range(3))
        try:
            result = data.decode(name)
        except UnicodeDecodeError as error:
            result = str(error)
        digest.update(ascii(result).encode())
    print(digest.hexdigest()[:16])
