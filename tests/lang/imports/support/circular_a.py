print("a starts")
from circular_b import from_b

from_a = "a sees " + from_b
