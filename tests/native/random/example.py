# random: seeded sequences, as CPython's Mersenne Twister gives them.
import random

random.seed(42)
print(random.random(), random.randint(1, 100), random.randrange(0, 1000, 7), random.uniform(1, 5), random.getrandbits(70), random.randbytes(4))
deck = list(range(10))
random.shuffle(deck)
print(deck, random.choice("abcdef"), random.sample(range(100), 5), random.choices("abc", k=6), random.choices([1, 2, 3], weights=[5, 1, 1], k=5), random.choices("xy", cum_weights=[1, 4], k=5), random.sample(["a", "b"], 3, counts=[2, 2]))
r = random.Random("text seed")
print([round(x, 12) for x in (r.gauss(0, 1), r.normalvariate(5, 2), r.expovariate(1.5), r.betavariate(2, 3), r.gammavariate(2, 1), r.lognormvariate(0, 1), r.triangular(0, 10, 3), r.vonmisesvariate(0, 4), r.paretovariate(3), r.weibullvariate(1, 2))])
print(r.binomialvariate(10, 0.3), r.binomialvariate(1000, 0.5), random.Random(b"bytes").random(), random.Random(-7).random(), random.Random(10**30).random())
state = r.getstate()
first = [r.random() for _ in range(3)]
r.setstate(state)
print(first == [r.random() for _ in range(3)], state[0], len(state[1]), state[2])
print([random.Random(n).randrange(10**n) for n in range(1, 25, 4)], random.Random(1).sample(range(10**9), 3))
for action in (lambda: random.choice([]), lambda: random.randrange(5, 5), lambda: random.sample([1], 2), lambda: random.randint(2, 1), lambda: random.choices([1], [0]), lambda: random.choices([1, 2], [1]), lambda: random.randrange(1.5), lambda: random.getrandbits(-1), lambda: random.sample({1}, 1), lambda: random.choices([], k=1), lambda: random.Random([])):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
random.seed(1, version=1)
print(random.random(), random.getrandbits(0), random.randbytes(0))


class Fixed(random.Random):
    def random(self):
        return 0.5


f = Fixed()
print(f.randint(1, 10), f.choice("abc"), f.uniform(0, 4), 0 <= random.SystemRandom().random() < 1)


def walk(steps, seed):
    rng = random.Random(seed)
    x = y = 0
    for _ in range(steps):
        dx, dy = rng.choice([(0, 1), (1, 0), (0, -1), (-1, 0)])
        x, y = x + dx, y + dy
    return x, y


print([walk(100, seed) for seed in range(5)])
inside = sum(1 for _ in range(5000) if (lambda a, b: a * a + b * b <= 1)(random.random(), random.random()))
print(inside)

generator = random.Random("seed as text")
print([generator.randrange(0, 100, 7) for _ in range(8)])
print(generator.sample(range(50), k=6), generator.choices("abc", weights=[1, 2, 3], k=8))
print([round(generator.gauss(10, 2), 9) for _ in range(3)])
state = generator.getstate()
first = generator.random()
generator.setstate(state)
print(first == generator.random(), generator.getrandbits(80), generator.randbytes(6))
