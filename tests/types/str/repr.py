"""str: repr."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: repr("\U00010000\ud800\x7f\xa0\xad\u0378"))
show(lambda: repr("\U00010000\n'"))
show(lambda: ascii("\U00010000é"))
show(lambda: ascii("\U0001f600"))
show(lambda: repr("a\n\t\r\\"))
show(lambda: repr("'"))
show(lambda: repr("\""))
show(lambda: repr("'\""))
show(lambda: repr("\x00\x1f\x7f"))
show(lambda: repr("é\xad\u200b"))
show(lambda: repr("\U0001f600"))
show(lambda: ascii("é\U0001f600"))
show(lambda: repr(""))
show(lambda: ascii("abc"))
