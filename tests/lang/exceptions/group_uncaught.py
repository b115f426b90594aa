# An uncaught group is drawn as a tree.
def fail(kind, text):
    raise kind(text)


errors = []
for kind, text in ((ValueError, "one"), (TypeError, "two")):
    try:
        fail(kind, text)
    except Exception as error:
        errors.append(error)
errors.append(ExceptionGroup("nested", [KeyError("k"), OSError("no number")]))
raise ExceptionGroup("several", errors)
