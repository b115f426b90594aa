/**
 * The cache tag: `sys.implementation.cache_tag`, the middle of `__pycache__/name.chaipy-312.pyc`.
 *
 * CPython's tag is "cpython-312". Ours differs so that the two never overwrite each other's files, although the bytes
 * are the same and each can read what the other wrote.
 */
export const CACHE_TAG = "chaipy-312";
