# ~True warns where it is compiled if it is a constant, where it runs if it is not; as an error it stays in the code.
import warnings

TEXT = "Bitwise inversion '~' on bool is deprecated"


def caught(function):
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        try:
            value = function()
        except Exception as error:
            value = f"{type(error).__name__}: {str(error)[:43]}"
    print("  ", value)
    for each in found:
        assert str(each.message).startswith(TEXT)
        print("  ", each.category.__name__, each.filename.rsplit("/")[-1], each.lineno)


truth = True
for source in ("~True", "~False", "-~True", "[~True, ~False]", "~truth", "~(1 == 1)", "lambda: ~True", "~~True", "~int(True)"):
    print(source)
    caught(lambda: str(eval(source)).split(" at ")[0])
print("exec")
caught(lambda: exec("\n\nx = ~True\n\n\ny = ~truth"))
print("compile")
caught(lambda: compile("\n~True", "somewhere.py", "eval").co_consts)
print("error")
with warnings.catch_warnings():
    warnings.simplefilter("error")
    for source in ("~True", "~truth", "\n\n~False"):
        try:
            print(eval(source.strip()))
        except DeprecationWarning as error:
            print("  ", str(error)[:43], error.__traceback__.tb_next.tb_frame.f_code.co_filename if error.__traceback__.tb_next else None)
    code = compile("~True", "f", "eval")
    print(code.co_consts)
    try:
        eval(code)
    except DeprecationWarning as error:
        print("  ", str(error)[:43])
for value in (True, False):
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        print(value.__invert__(), (~value).__class__.__name__, len(found))
