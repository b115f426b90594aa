print("b starts")
import circular_a

from_b = "b with a " + ("complete" if hasattr(circular_a, "from_a") else "partial")
