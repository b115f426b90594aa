"""What CPython's configure and Makefile would say of this build; sysconfig.get_config_var() reads it."""

build_time_vars = {
    "ABIFLAGS": "",
    "EXT_SUFFIX": ".chaipy-312.so",
    "MULTIARCH": "javascript",
    "Py_DEBUG": 0,
    "Py_ENABLE_SHARED": 0,
    "SIZEOF_VOID_P": 8,
    "SOABI": "chaipy-312",
    "TZPATH": "/usr/share/zoneinfo:/usr/lib/zoneinfo:/usr/share/lib/zoneinfo:/etc/zoneinfo",
    "VERSION": "3.12",
    "WHEEL_PKG_DIR": "/usr/share/python-wheels",
    "WITH_DOC_STRINGS": 1,
    "WITH_PYMALLOC": 0,
}
