"""The module that main.py imports: it says hello when it is executed, which is once in a process."""

print("Hello Chai")


def brew(cups):
    return [f"cup {number}" for number in range(1, cups + 1)]
