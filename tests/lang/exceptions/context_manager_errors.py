# Errors in __enter__, body, __exit__ and cleanup, and the chain they leave.
class Resource:
    log = []

    def __init__(self, name, fail=()):
        self.name, self.fail = name, fail
        self.step("init")

    def step(self, what):
        self.log.append(f"{self.name}.{what}")
        if what in self.fail:
            raise RuntimeError(f"{self.name} {what}")

    def __enter__(self):
        self.step("enter")
        return self

    def __exit__(self, *exc):
        self.step("exit")


def chain(error):
    while error is not None:
        yield str(error)
        error = error.__context__


for fails in ((), ("init",), ("enter",), ("exit",)):
    Resource.log = []
    for body_fails in (False, True):
        try:
            with Resource("a") as a, Resource("b", fails):
                if body_fails:
                    raise ValueError("body")
        except (RuntimeError, ValueError) as error:
            print(fails, body_fails, list(chain(error)))
    print(Resource.log)


def cleanup():
    try:
        raise KeyError("first")
    finally:
        raise IndexError("second")


try:
    cleanup()
except IndexError as error:
    print(repr(error), repr(error.__context__))
