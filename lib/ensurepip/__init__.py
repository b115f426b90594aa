"""Installs pip, from a wheel that the system or this Python's folder has (PEP 453).

Functions, options and messages are CPython's; the code is not. Trap: no wheel is part of this library. The folder that
sysconfig calls WHEEL_PKG_DIR is asked for one, as by CPython built --with-wheel-pkg-dir; without one there, bootstrap()
misses the file in _bundled, as CPython without its bundled wheels does.
"""
import argparse
import collections
import os
import os.path
import subprocess
import sys
import sysconfig
import tempfile

__all__ = ["version", "bootstrap"]

_PACKAGE_NAMES = ("pip",)
_PIP_VERSION = "24.2"
_PACKAGES = None
_WHEEL_PKG_DIR = sysconfig.get_config_var("WHEEL_PKG_DIR")

# wheel_path is the file of a wheel of the system, wheel_name the name of one in _bundled; the other is None.
_Package = collections.namedtuple("Package", ["version", "wheel_name", "wheel_path"])

_RUN_PIP = """
import runpy
import sys
sys.path[:0] = {paths}
sys.argv[1:] = {arguments}
runpy.run_module("pip", run_name="__main__", alter_sys=True)
"""


def _find_packages(folder):
    """The wheels in a folder, by package; the last of several in the order of their names."""
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return {}
    found = {}
    for name in names:
        package, _, rest = name.partition("-")
        if package in _PACKAGE_NAMES and rest.endswith(".whl"):
            found[package] = _Package(rest.partition("-")[0], None, os.path.join(folder, name))
    return found


def _get_packages():
    global _PACKAGES
    if _PACKAGES is None:
        found = _find_packages(_WHEEL_PKG_DIR) if _WHEEL_PKG_DIR else {}
        if any(name not in found for name in _PACKAGE_NAMES):
            found = {"pip": _Package(_PIP_VERSION, f"pip-{_PIP_VERSION}-py3-none-any.whl", None)}
        _PACKAGES = found
    return _PACKAGES


def _wheel_file(package):
    if package.wheel_path is not None:
        return package.wheel_path
    return os.path.join(os.path.dirname(__file__), "_bundled", package.wheel_name)


def _run_pip(args, additional_paths=None):
    """Run pip in a process of its own: what it leaves behind is not ours, and the wheels are not kept open."""
    program = _RUN_PIP.format(paths=additional_paths or [], arguments=args)
    options = ["-I"] if sys.flags.isolated else []
    command = [sys.executable, *options, "-W", "ignore::DeprecationWarning", "-c", program]
    return subprocess.run(command, check=True).returncode


def version():
    """The version of the pip that bootstrap() installs."""
    return _get_packages()["pip"].version


def _disable_pip_configuration_settings():
    """What the user has told pip otherwise is not meant for this."""
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        del os.environ[name]
    os.environ["PIP_CONFIG_FILE"] = os.devnull


def _verbosity(count):
    return ["-" + "v" * count] if count else []


def bootstrap(*, root=None, upgrade=False, user=False, altinstall=False, default_pip=False, verbosity=0):
    """Install pip into this Python's (or environment's) site-packages, or below `root`. Changes os.environ."""
    _bootstrap(root=root, upgrade=upgrade, user=user, altinstall=altinstall, default_pip=default_pip,
               verbosity=verbosity)


def _bootstrap(*, root=None, upgrade=False, user=False, altinstall=False, default_pip=False, verbosity=0):
    """As bootstrap(); gives pip's exit status."""
    if altinstall and default_pip:
        raise ValueError("Cannot use altinstall and default_pip together")
    sys.audit("ensurepip.bootstrap", root)
    _disable_pip_configuration_settings()
    # pip looks at this to know which of pip, pipX and pipX.Y to install.
    if not default_pip:
        os.environ["ENSUREPIP_OPTIONS"] = "altinstall" if altinstall else "install"
    with tempfile.TemporaryDirectory() as folder:
        wheels = []
        for package in _get_packages().values():
            source = _wheel_file(package)
            with open(source, "rb") as file:
                content = file.read()
            wheels.append(os.path.join(folder, os.path.basename(source)))
            with open(wheels[-1], "wb") as file:
                file.write(content)
        args = ["install", "--no-cache-dir", "--no-index", "--find-links", folder]
        if root:
            args += ["--root", root]
        if upgrade:
            args.append("--upgrade")
        if user:
            args.append("--user")
        return _run_pip([*args, *_verbosity(verbosity), *_PACKAGE_NAMES], wheels)


def _uninstall_helper(*, verbosity=0):
    """Take pip away again, if it is the version that would be installed."""
    try:
        import pip
    except ImportError:
        return None
    available = version()
    if pip.__version__ != available:
        print(f"ensurepip will only uninstall a matching version ({pip.__version__!r} installed, {available!r} available)",
              file=sys.stderr)
        return None
    _disable_pip_configuration_settings()
    args = ["uninstall", "-y", "--disable-pip-version-check", *_verbosity(verbosity)]
    return _run_pip([*args, *reversed(_PACKAGE_NAMES)])


def _parser(prog, about_version):
    parser = argparse.ArgumentParser(prog=prog)
    parser.add_argument("--version", action="version", version=f"pip {version()}", help=about_version)
    parser.add_argument("-v", "--verbose", action="count", default=0, dest="verbosity",
                        help="Give more output. Option is additive, and can be used up to 3 times.")
    return parser


def _main(argv=None):
    parser = _parser("python -m ensurepip", "Show the version of pip that is bundled with this Python.")
    add = parser.add_argument
    add("-U", "--upgrade", action="store_true", default=False,
        help="Upgrade pip and dependencies, even if already installed.")
    add("--user", action="store_true", default=False, help="Install using the user scheme.")
    add("--root", default=None, help="Install everything relative to this alternate root directory.")
    add("--altinstall", action="store_true", default=False,
        help="Make an alternate install, installing only the X.Y versioned scripts (Default: pipX, pipX.Y).")
    add("--default-pip", action="store_true", default=False,
        help="Make a default pip install, installing the unqualified pip in addition to the versioned scripts.")
    options = parser.parse_args(argv)
    return _bootstrap(root=options.root, upgrade=options.upgrade, user=options.user, altinstall=options.altinstall,
                      default_pip=options.default_pip, verbosity=options.verbosity)
