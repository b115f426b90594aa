# A warning that nobody catches goes to stderr with its source line.
import warnings


def careful():
    warnings.warn("take care", UserWarning)


careful()
careful()
warnings.warn("from the top")
print("done")
