# elif chains, nested conditions, pass, and constant conditions.
def classify(n):
    if n < 0:
        kind = "negative"
    elif n == 0:
        kind = "zero"
    elif n < 10:
        if n % 2:
            kind = "small odd"
        else:
            kind = "small even"
    else:
        kind = "large"
    return kind


print([classify(n) for n in (-1, 0, 3, 4, 50)])
if 0:
    print("never")
if not 0 and (1 or 1 / 0):
    print("yes")
if (lambda: [])():
    print("never")
else:
    pass
while 0:
    print("never")
x = 5
if x > 1 and x < 10 or x == 100:
    print("in")
if x: y = 1; z = 2
print(y, z)
if True: pass
else: print("never")
