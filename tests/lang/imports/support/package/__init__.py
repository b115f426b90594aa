print("package init", __name__, __package__)
from . import first
from .first import name as first_name

__all__ = ["first", "second"]
