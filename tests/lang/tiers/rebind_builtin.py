# A running loop sees a builtin rebound in its module, a global function replaced, and both put back.


def measure(items):
    return len(items)


def other(items):
    return -1


def loop(turns):
    total = 0
    seen = []
    for i in range(turns):
        if i == 300:
            globals()["len"] = lambda items: 100
        if i == 600:
            del globals()["len"]
        if i == 800:
            globals()["measure"] = other
        total += measure("abc")
        if i % 200 == 199:
            seen.append(total)
    return total, seen


print(loop(1000))
