"""The classic dbm of Unix: what the C module _dbm has."""
from _dbm import *
