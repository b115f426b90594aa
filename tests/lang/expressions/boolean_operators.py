# and, or and not return operands, and evaluate no more than they must.
def say(x):
    print("saw", repr(x))
    return x


print(say(0) or say("") or say([]) or say("end"))
print(say(1) and say("x") and say(0) and say("never"))
print(not say([]), not not say([0]))
print(say(1) if say(0) else say(2))
print((say(0) and say(1)) or say(2))
x = None
print(x and x.y, x or "default")


class Odd:
    def __bool__(self):
        print("asked")
        return False


print(bool(Odd()), not Odd(), [1 for _ in [0] if Odd()])
odd = Odd() or 5
print(odd)
