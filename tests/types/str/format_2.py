"""str: format."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: format("\U00010000a",".1"))
show(lambda: format("abc","\U00010000=5"))
show(lambda: "{0:{1}.{2}f}".format(3.14159,10,2))
show(lambda: "{:>{}}".format("a",4))
show(lambda: "{x.real:>5}".format(x=3))
show(lambda: "{0[a]}{0[1]}".format({"a":1,1:2}))
show(lambda: "{!r}".format("a"))
show(lambda: "{:=+8}".format(5))
show(lambda: "{:08.3f}".format(-3.14159))
show(lambda: "{:,}".format(1234567.891))
show(lambda: "{:_}".format(1234567))
show(lambda: "{:e}".format(12345))
show(lambda: "{:g}".format(0.00001234))
show(lambda: "{:%}".format(0.25))
show(lambda: "{:b} {:o} {:x} {:X}".format(10,10,255,255))
show(lambda: "{:#b}".format(5))
show(lambda: "{:c}".format(97))
show(lambda: "{:n}".format(1234))
show(lambda: "{:10}|{:<10}|{:^10}|{:>10}".format("a","b","c","d"))
show(lambda: "{:.3}".format("abcdef"))
show(lambda: "{:5}".format(True))
show(lambda: "{}".format(None))
show(lambda: "{:5}".format(None))
show(lambda: "{:5}".format([1]))
show(lambda: "{{{}}}".format(1))
show(lambda: "{0}{1}{0}".format("a","b"))
show(lambda: "{a}{b}".format(**{"a":1,"b":2}))
show(lambda: "{:{w}.{p}}".format("abcdef",w=8,p=3))
show(lambda: "{:\x00<5}".format("a"))
show(lambda: "{a[b]}".format_map({"a":{"b":3}}))
show(lambda: "{a}".format_map(5))
show(lambda: "{}".format_map({}))
show(lambda: "{0}".format_map({}))
