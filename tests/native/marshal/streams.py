# marshal.load from file objects: it asks for what it needs and no more; the old type code of 64-bit ints.
import io
import marshal


class Recorder(io.BytesIO):
    def __init__(self, data):
        super().__init__(data)
        self.asked = []

    def readinto(self, buffer):
        self.asked.append((type(buffer).__name__, len(buffer)))
        return super().readinto(buffer)


values = [None, 12, 1 << 70, 1.5, 2j, b"bytes", "text", "\u20ac", (1, 2), [3], {4: 5}, frozenset({6})]
for value in values:
    recorder = Recorder(marshal.dumps(value) + b"rest")
    print(marshal.load(recorder) == value, recorder.asked, recorder.read())


class Unseekable(io.RawIOBase):
    def __init__(self, data):
        self.data = data

    def readable(self):
        return True

    def readinto(self, buffer):
        count = min(len(buffer), len(self.data))
        buffer[:count] = self.data[:count]
        self.data = self.data[count:]
        return count

    def read(self, size=-1):
        return b"" if size == 0 else super().read(size)


stream = Unseekable(marshal.dumps([1, "a"]) + marshal.dumps(("b", 2)))
print(marshal.load(stream), marshal.load(stream))


class Liar(io.BytesIO):
    def readinto(self, buffer):
        count = super().readinto(buffer)
        return count + 10**6 if count is not None and count > 4 else count


class Silent(io.BytesIO):
    def readinto(self, buffer):
        return None


class Text(io.StringIO):
    pass


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


for value in (1.0, 1j, b"0123456789", "0123456789"):
    attempt(lambda: marshal.load(Liar(marshal.dumps(value))))
attempt(lambda: marshal.load(Silent(marshal.dumps(1))))
attempt(lambda: marshal.load(Text("abc")))
attempt(lambda: marshal.load(io.BytesIO(b"")))
attempt(lambda: marshal.load(io.BytesIO(b"i\x01")))
attempt(lambda: marshal.load(io.BytesIO(b"s\xff\xff\xff\x00abc")))
attempt(lambda: marshal.load(3))
for data in (b"I\xfe\xdc\xba\x98\x76\x54\x32\x10", b"I" + b"\xff" * 8, b"I\x01\x02", b"I\x08\0\0\0\0\0\0\0"):
    attempt(lambda: marshal.loads(data))
