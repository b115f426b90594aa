"""repr of dicts, recursive ones too."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


print({}, {1: 2}, {"a": [1, (2,)], None: {}})
table = {}
table["self"] = table
table["list"] = [table]
print(table)
class Meddler:
    def __repr__(self):
        table.clear()
        return "Meddler"
table = {1: Meddler(), 2: 3}
print(len(repr(table)) > 0, table)
class Failing:
    def __repr__(self):
        raise ValueError("no repr")
table = {Failing(): 1}
error(repr, table)
error(repr, table)
