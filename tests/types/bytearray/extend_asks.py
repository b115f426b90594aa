# bytearray.extend asks how many items will come, and lets an error in the answer through.
class Asked:
    def __init__(self, hint):
        self.hint = hint

    def __iter__(self):
        print("iter")
        return iter([1, 2])

    def __length_hint__(self):
        print("hint")
        if isinstance(self.hint, Exception):
            raise self.hint
        return self.hint


for hint in (2, 100, -1, "many", None, NotImplemented, RuntimeError("no"), TypeError("no")):
    target = bytearray(b"x")
    try:
        target.extend(Asked(hint))
    except Exception as error:
        print(type(error).__name__, error)
    print(target)
