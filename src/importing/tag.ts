/**
 * The cache tag: `sys.implementation.cache_tag`, the middle of `__pycache__/name.cpython-312.pyc`.
 *
 * CPython's own, since the two write the same bytes: they share one cache, and neither writes the other's files again.
 */
export const CACHE_TAG = "cpython-312";
