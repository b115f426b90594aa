# leaf_size and node_offset are unsigned numbers, and nothing that could become one.
import hashlib

for make in hashlib.blake2b, hashlib.blake2s:
    for keywords in (dict(node_offset=-1), dict(leaf_size=-1), dict(node_offset=2**64), dict(leaf_size=2**65), dict(node_offset="x"), dict(leaf_size=1.5), dict(leaf_size=5, node_offset=7, fanout=2, depth=3)):
        try:
            print(keywords, make(b"", **keywords).hexdigest()[:12])
        except Exception as error:
            print(keywords, type(error).__name__, error)
