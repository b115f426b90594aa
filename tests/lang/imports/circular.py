# Modules that import each other see each other half made.
import os.path
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "support"))
import circular_a
import circular_b

print(circular_a.from_a, circular_b.from_b)
try:
    import broken_circular
except ImportError as error:
    print(str(error).split(" (most")[0])
print("broken_circular" in sys.modules)
