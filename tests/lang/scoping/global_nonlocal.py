# global, nonlocal and local names in one place, and what locals() and globals() show.
level = "module"


def outer():
    level = "outer"

    def use_global():
        global level
        level = level + "+g"
        return level

    def use_nonlocal():
        nonlocal level
        level = level + "+n"
        return level

    def use_local():
        level = "local"
        return level

    return use_global(), use_nonlocal(), use_local(), level


print(outer(), level)


def show_locals(a, b=2, *c, **d):
    e = a
    return sorted(locals().items())


print(show_locals(1, 3, 4, k=5))
print("level" in globals(), globals()["level"])


def unbound():
    print(before)
    before = 1


try:
    unbound()
except UnboundLocalError as error:
    print(error)
try:
    missing
except NameError as error:
    print(error)
