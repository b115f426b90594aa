# float.hex and fromhex over subnormals, powers, halfway cases and generated values; the texts fromhex takes and refuses.
state = 12345
def bits(n):
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) & (2**64 - 1)
    return state >> (64 - n)
import struct
for _ in range(200):
    value = struct.unpack("<d", struct.pack("<Q", bits(64)))[0]
    if value == value:
        assert float.fromhex(value.hex()) == value, value
        assert float(repr(value)) == value
for value in (0.0, -0.0, 1.0, 0.1, -3.75, 5e-324, 2.2250738585072014e-308, 2.225073858507201e-308, 1.7976931348623157e308, 1e16, 123456.789):
    print(value, value.hex())
for text in ("0x1p-1074", "0x1p-1075", "0x1.8p-1075", "0x0.8p-1074", "0x1.fffffffffffff8p0", "0x1.fffffffffffff7p0", "0x1.00000000000008p0",
             "0x1.000000000000080001p0", "0x1.00000000000018p0", "1", "a.8", "-0X.8P+3", "  0x1p3\n", "inf", "-Infinity", "nan", "0x10", "0x1p+1023",
             "0x1.fffffffffffff7p1023", "0x.0000000000000000000001p100"):
    print(text.strip(), repr(float.fromhex(text)))
for text in ("", "0x", "0x1p", "0x1.2.3", "1_0", "0x1p1024", "0x1.fffffffffffff8p1023", "0xg", "x1", "0x1 p1", "infi", "0x1p9999999999999999999", "+-1"):
    try:
        print(text, float.fromhex(text))
    except (ValueError, OverflowError) as error:
        print(repr(text), type(error).__name__, error)
class F(float):
    def __new__(cls, value):
        print("made from", value)
        return super().__new__(cls, value)
print(type(F.fromhex("0x1.8p1")).__name__, type(F(2).hex()).__name__)
