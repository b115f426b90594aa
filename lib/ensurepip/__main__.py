"""python -m ensurepip"""
import sys

from ensurepip import _main

if __name__ == "__main__":
    sys.exit(_main())
