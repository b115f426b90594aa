"""GNU dbm: what the C module _gdbm has."""
from _gdbm import *
