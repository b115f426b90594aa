# The trace of an import that fails leaves out the import system's own frames.
import os.path
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "support"))
import fails
