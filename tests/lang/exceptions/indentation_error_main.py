# An indentation error names the statement it waited for.
def f():
    if True:
    return 1
