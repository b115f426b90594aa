"""What sysconfig asks about macOS: the name of the platform, and architectures that the user wants.

CPython's module also adapts the compiler flags of the build to the tools that are installed; Chaipy was built by no C
compiler, so that part of it has nothing to work on.
"""

import os
import re
import sys

__all__ = ["customize_config_vars", "get_platform_osx"]

_INITPRE = "_OSX_SUPPORT_INITIAL_"

# Variables in which the flags of compiler and linker are.
_FLAG_VARS = ("CFLAGS", "LDFLAGS", "CPPFLAGS", "BASECFLAGS", "BLDSHARED", "LDSHARED", "CC", "CXX",
              "PY_CFLAGS", "PY_LDFLAGS", "PY_CPPFLAGS", "PY_CORE_CFLAGS", "PY_CORE_LDFLAGS")

_ARCH = re.compile(r"-arch\s+(\S+)")

# Names of the platform by the architectures that code is compiled for.
_MACHINES = {
    ("arm64", "x86_64"): "universal2",
    ("i386", "ppc"): "fat",
    ("i386", "x86_64"): "intel",
    ("i386", "ppc", "x86_64"): "fat3",
    ("ppc64", "x86_64"): "fat64",
    ("i386", "ppc", "ppc64", "x86_64"): "universal",
}

_OLDEST = (10, 3)
_FIRST_UNIVERSAL = (10, 4)


def _get_system_version():
    """The version of macOS, from the file that says it; None elsewhere."""
    try:
        with open("/System/Library/CoreServices/SystemVersion.plist", encoding="utf-8") as file:
            text = file.read()
    except OSError:
        return None
    found = re.search(r"<key>ProductUserVisibleVersion</key>\s*<string>(.*?)</string>", text)
    return ".".join(found[1].split(".")[:2]) if found else ""


def _remove_original_values(_config_vars):
    """Forget the values that were there before they were changed."""
    for name in [name for name in _config_vars if name.startswith(_INITPRE)]:
        del _config_vars[name]


def _save_modified_value(_config_vars, cv, newvalue):
    """Change a variable; its first value is kept beside it."""
    oldvalue = _config_vars.get(cv, "")
    if oldvalue != newvalue:
        _config_vars.setdefault(_INITPRE + cv, oldvalue)
    _config_vars[cv] = newvalue


def customize_config_vars(_config_vars):
    """ARCHFLAGS takes the place of all flags that name an architecture."""
    wanted = os.environ.get("ARCHFLAGS")
    if wanted is not None:
        for name in _FLAG_VARS:
            flags = _config_vars.get(name, "")
            if "-arch" in flags:
                _save_modified_value(_config_vars, name, f"{_ARCH.sub(' ', flags)} {wanted}")
    return _config_vars


def _machine_of(machine, release, cflags):
    if release >= _FIRST_UNIVERSAL and "-arch" in cflags:
        archs = tuple(sorted(set(_ARCH.findall(cflags))))
        name = archs[0] if len(archs) == 1 else _MACHINES.get(archs)
        if name is None:
            raise ValueError(f"Don't know machine value for archs={archs!r}")
        return name
    # The system names the 32-bit variant whatever runs.
    is_wide = sys.maxsize >= 2**32
    if machine == "i386":
        return "x86_64" if is_wide else machine
    if machine in ("PowerPC", "Power_Macintosh"):
        return "ppc64" if is_wide else "ppc"
    return machine


def get_platform_osx(_config_vars, osname, release, machine):
    """The three parts of the platform's name, from what uname says and what code is compiled for."""
    target = _config_vars.get("MACOSX_DEPLOYMENT_TARGET", "")
    system = _get_system_version() or target
    if not (target or system):
        return osname, release, machine
    try:
        version = tuple(int(part) for part in system.split(".")[:2]) if system else _OLDEST
    except ValueError:
        version = _OLDEST
    cflags = _config_vars.get(_INITPRE + "CFLAGS", _config_vars.get("CFLAGS", ""))
    return "macosx", target or system, _machine_of(machine, version, cflags.strip())
