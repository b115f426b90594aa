# assert: with and without a message, and what it evaluates.
def check(value, message=None):
    try:
        if message is None:
            assert value
        else:
            assert value, message
        return "passed"
    except AssertionError as error:
        return repr(error)


print(check(1), check(0), check([], "empty"), check("", ("tuple", 1)))
print(__debug__)


def never():
    print("evaluated only on failure")
    return "message"


assert True, never()
try:
    assert False, never()
except AssertionError as error:
    print(error)
assert 1 + 1 == 3, "arithmetic"
