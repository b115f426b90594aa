# Imports that fail: missing modules, modules that raise, and what is left in sys.modules.
import os.path
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "support"))
for _ in range(2):
    try:
        import fails
    except ZeroDivisionError as error:
        print(error, "fails" in sys.modules)
try:
    import does_not_exist
except ModuleNotFoundError as error:
    print(error, error.name, error.path)
try:
    import syntax_error
except SyntaxError as error:
    print(error.msg, error.lineno, os.path.basename(error.filename))
sys.modules["blocked"] = None
try:
    import blocked
except ImportError as error:
    print(error)
try:
    from sys import nothing_there
except ImportError as error:
    print(error)
try:
    __import__("")
except ValueError as error:
    print(error)
try:
    from . import relative
except ImportError as error:
    print(error)
