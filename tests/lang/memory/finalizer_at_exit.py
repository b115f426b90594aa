# What is alive at the end of the program is finalized then: modules in order of import, their names in order, then cycles.
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


first = Noisy("first")
second = Noisy("second")
cycle = Noisy("cycle")
cycle.me = cycle
inside = [Noisy("in a list")]
print("end of the program")
