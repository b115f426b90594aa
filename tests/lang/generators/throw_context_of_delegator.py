# What a delegating generator is handling is the context of what is thrown through it.
def inner():
    yield


def outer():
    try:
        raise KeyError("handled")
    except KeyError:
        yield from inner()


def catching():
    try:
        yield
    except ValueError:
        raise TypeError("from inner")


def around():
    try:
        raise KeyError("handled")
    except KeyError:
        yield from catching()


for make in outer, around:
    generator = make()
    generator.send(None)
    try:
        generator.throw(ValueError("thrown"))
    except Exception as error:
        chain = []
        while error is not None:
            chain.append(repr(error))
            error = error.__context__
        print(chain)
