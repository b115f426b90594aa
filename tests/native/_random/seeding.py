"""The same seed, the same numbers."""
import _random
import random

for seed in [0, 1, -1, 12345, 2**70, True]:
    generator = _random.Random(seed)
    print(seed, generator.random(), generator.getrandbits(10), generator.getrandbits(32), generator.getrandbits(100))
random.seed("text")
print(random.random(), random.randrange(100), random.choice("abcdef"), random.sample(range(50), 5), random.gauss(0, 1))
random.seed(b"bytes")
print([random.randint(1, 6) for _ in range(10)], random.shuffle([1]), random.uniform(1, 2), random.randbytes(5))
first, second = _random.Random(), _random.Random()
print(0 <= first.random() < 1, first.random() != second.random())
for call in [lambda: _random.Random(1, 2), lambda: _random.Random(x=1), lambda: _random.Random([])]:
    try:
        call()
    except TypeError as error:
        print(error)
