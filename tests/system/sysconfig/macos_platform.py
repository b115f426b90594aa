"""What a platform is called on macOS: by the target of the build, the machine and the architectures of the compiler's flags."""
import os
import sys
import sysconfig

import _osx_support


def platform(machine, release="11.2", maxsize=sys.maxsize, **variables):
    config = dict(variables)
    before, sys.maxsize = sys.maxsize, maxsize
    try:
        return _osx_support.get_platform_osx(config, "darwin", release, machine)
    except ValueError as error:
        return str(error)
    finally:
        sys.maxsize = before


for machine in ("i386", "x86_64", "arm64", "PowerPC", "Power_Macintosh"):
    for maxsize in (2**31 - 1, 2**63 - 1):
        print(machine, maxsize > 2**32, platform(machine, maxsize=maxsize), platform(machine, maxsize=maxsize, MACOSX_DEPLOYMENT_TARGET="10.3"))

for archs in (["arm64"], ["x86_64", "arm64"], ["ppc", "i386"], ["i386", "x86_64", "i386"], ["x86_64", "ppc", "i386"],
              ["ppc64", "x86_64"], ["ppc", "ppc64", "i386", "x86_64"], ["vax", "m68k"]):
    flags = " ".join(f"-arch {arch}" for arch in archs)
    for target in ("10.3", "10.4", "11", "x.y"):
        print(archs, target, platform("i386", MACOSX_DEPLOYMENT_TARGET=target, CFLAGS=f"{flags} -O3  "))

# What the flags were before they were changed counts.
config = {"MACOSX_DEPLOYMENT_TARGET": "10.9", "CFLAGS": "-arch ppc -O3", "_OSX_SUPPORT_INITIAL_CFLAGS": "-arch i386"}
print(_osx_support.get_platform_osx(config, "darwin", "8", "i386"))
_osx_support._remove_original_values(config)
print(config, _osx_support.get_platform_osx(config, "darwin", "8", "i386"))
_osx_support._save_modified_value(config, "CFLAGS", "-O3")
_osx_support._save_modified_value(config, "CFLAGS", "-O2")
_osx_support._save_modified_value(config, "LDFLAGS", "")
print(config)

# sysconfig asks for it.
config = sysconfig.get_config_vars()
os.uname = lambda: type("uname", (tuple,), {})(("Darwin", "box", "8.11.1", "Darwin Kernel", "i386"))
sys.platform = "darwin"
config["MACOSX_DEPLOYMENT_TARGET"] = "10.4"
config["CFLAGS"] = "-arch ppc -arch i386 -g"
print(sysconfig.get_platform())
