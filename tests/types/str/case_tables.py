# Case over ranges of letters: digests of upper, lower, title, casefold, swapcase and capitalize for each block.
def digest(texts):
    total = 0
    for text in texts:
        for character in text:
            total = (total * 1000003 + ord(character)) % (2**61 - 1)
    return total
blocks = [(0, 0x80), (0x80, 0x250), (0x250, 0x370), (0x370, 0x530), (0x530, 0x600), (0x10a0, 0x1100), (0x13a0, 0x1400), (0x1c80, 0x1cc0), (0x1d00, 0x1e00),
          (0x1e00, 0x2000), (0x2100, 0x2200), (0x24b0, 0x24f0), (0x2c00, 0x2e00), (0xa640, 0xa7ff), (0xab30, 0xabc0), (0xfb00, 0xfb20), (0xff20, 0xff60),
          (0x10400, 0x10500), (0x10c80, 0x10d00), (0x118a0, 0x118e0), (0x16e40, 0x16e80), (0x1e900, 0x1e950)]
for start, stop in blocks:
    characters = [chr(point) for point in range(start, stop)]
    print(hex(start), [digest(getattr(c, method)() for c in characters) for method in ("upper", "lower", "title", "casefold", "swapcase", "capitalize")])
for text in ("\u03a3", "a\u03a3", "a\u03a3b", "\u03a3\u03a3", "a\u03a3.", "a.\u03a3", "a\u0301\u03a3", "\xdf\u01f0", "\u0130", "i\u0307", "\ufb03", "\u1f80\u1fb3", "\u1ffc",
             "\u0149cole", "\u01c4\u01c5\u01c6", "o'neil mc-donald 3rd", "\u0345x", "HELLO wORLD", "\U00010428\U00010400"):
    print(ascii(text), [ascii(getattr(text, method)()) for method in ("upper", "lower", "title", "casefold", "swapcase", "capitalize")])
