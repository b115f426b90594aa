"""The type of a class attribute becomes a descriptor after reads and writes of the attribute have been remembered."""


class Late:
    def __init__(self, name):
        self.name = name


class Owner:
    hidden = Late("hidden")
    shown = Late("shown")
    called = Late("called")

    def __init__(self):
        self.hidden = 1
        self.called = lambda: "instance"


def read_hidden(owner):
    return owner.hidden


def read_shown(owner):
    return owner.shown


def call(owner):
    return owner.called()


def write(owner, value):
    owner.hidden = value


owner = Owner()
for number in range(3000):
    write(owner, number)
    read_hidden(owner), read_shown(owner), call(owner)
print(read_hidden(owner), read_shown(owner).name, call(owner))

Late.__get__ = lambda self, instance, kind: (lambda: f"non-data {self.name}")
print(read_hidden(owner), read_shown(owner)(), call(owner))

Late.__set__ = lambda self, instance, value: print("set", self.name, value)
print(read_hidden(owner)(), call(owner))
write(owner, 5)
print(vars(owner)["hidden"])

del Late.__get__
print(read_hidden(owner), read_shown(owner).name, call(owner))
del Late.__set__
write(owner, 6)
print(read_hidden(owner), call(owner))
