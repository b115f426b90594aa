"""BLAKE2 with keys, salts and tree parameters."""
from _blake2 import blake2b, blake2s

for make in (blake2b, blake2s):
    h = make(b"abc")
    print(h.name, h.digest_size, h.block_size, make.SALT_SIZE, make.PERSON_SIZE, make.MAX_KEY_SIZE, make.MAX_DIGEST_SIZE)
    print(h.hexdigest(), make().hexdigest(), make(b"x" * 1000).hexdigest())
    print(make(b"a", digest_size=10).hexdigest(), make(b"a", key=b"secret").hexdigest())
    print(make(b"a", salt=b"salt", person=b"me").hexdigest(), make(key=b"k" * 32).hexdigest())
    print(make(b"a", fanout=2, depth=3, leaf_size=4096, node_offset=5, node_depth=1, inner_size=20, last_node=True).hexdigest())
    twin = h.copy()
    h.update(b"def" * 100)
    print(h.hexdigest() == make(b"abc" + b"def" * 100).hexdigest(), twin.hexdigest() == make(b"abc").hexdigest())
for options in [{"digest_size": 0}, {"digest_size": 65}, {"key": b"k" * 65}, {"salt": b"s" * 17}, {"person": b"p" * 17}, {"fanout": 256}, {"depth": 0}, {"inner_size": 65}, {"node_depth": -1}]:
    try:
        blake2b(**options)
    except (ValueError, OverflowError) as error:
        print(type(error).__name__, error)
try:
    blake2s("a")
except TypeError as error:
    print(error)
