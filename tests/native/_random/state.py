"""getstate, setstate, getrandbits."""
import _random

generator = _random.Random(42)
state = generator.getstate()
print(type(state).__name__, len(state), state[-1], state[0])
numbers = [generator.random() for _ in range(700)]
generator.setstate(state)
print(numbers == [generator.random() for _ in range(700)], generator.getstate()[-1])
print([generator.getrandbits(k) for k in (0, 1, 31, 32, 33, 64, 65)], generator.getrandbits(1000).bit_length() <= 1000)
for bad in [5, (1,), ("a",) * 625, (-1,) * 625, (1,) * 624 + (700,)]:
    try:
        generator.setstate(bad)
    except Exception as error:
        print(type(error).__name__, error)
for bits in (-1, 2**40, "a", 1.5):
    try:
        generator.getrandbits(bits)
    except Exception as error:
        print(type(error).__name__, error)
