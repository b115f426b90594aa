# A coroutine whose frame is cleared before it began is reported as never awaited, also by a broken reporter.
import sys
import warnings


async def work():
    pass


def show(message, category, filename, lineno, file=None, line=None):
    print(category.__name__, message)


warnings.simplefilter("always")
warnings.showwarning = show
coroutine = work()
coroutine.cr_frame.clear()
coroutine.close()
print("closed")

sys.unraisablehook = lambda args: print(args.exc_type.__name__, args.object is not None)
warnings._warn_unawaited_coroutine = lambda coroutine: 1 / 0
coroutine = work()
del coroutine
