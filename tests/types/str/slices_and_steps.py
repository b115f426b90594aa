# Slicing narrow and wide strings with every sign of start, stop and step gives what indexing one by one gives.
texts = ["", "x", "abcdef", "a\U0001f600b\U0001f601c", "\ud800\udc00\U00010000"]
numbers = [None, 0, 1, 2, 5, -1, -2, -6, 100, -100]
count = 0
for text in texts:
    points = [text[i] for i in range(len(text))]
    for start in numbers:
        for stop in numbers:
            for step in (None, 1, 2, 3, -1, -2, 100, -100):
                expected = "".join(points[i] for i in range(*slice(start, stop, step).indices(len(points))))
                assert text[start:stop:step] == expected, (ascii(text), start, stop, step)
                count += 1
print(count, [len(t) for t in texts], [ascii(t[::-1]) for t in texts])
def show(action):
    try:
        print(ascii(action()))
    except Exception as error:
        print(type(error).__name__, error)
show(lambda: "abc"[3])
show(lambda: "abc"[-4])
show(lambda: ""[0])
show(lambda: "abc"[::0])
show(lambda: "abc"["1"])
show(lambda: "abc"[1.0])
show(lambda: "abc"[1.0:])
show(lambda: "abc"[2**100])
show(lambda: "abc"[:2**100])
show(lambda: "abc"[-2**100:2])
show(lambda: "abc"[True])
show(lambda: "abc"[1, 2])
show(lambda: "abc"[...])
text = "abc"
show(lambda: text[:] is text)
class S(str):
    pass
print(type(S("abc")[:]).__name__, type(S("abc")[0]).__name__)
def assign():
    text[0] = "z"
show(assign)
def delete():
    del text[0]
show(delete)
