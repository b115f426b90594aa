# sys.excepthook is called for the uncaught error, and may print what it likes.
import sys


def hook(kind, error, traceback):
    print("hook:", kind.__name__, error, traceback.tb_lineno)


sys.excepthook = hook
print("before")
raise ValueError("for the hook")
