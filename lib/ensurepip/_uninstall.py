"""python -m ensurepip._uninstall: take away the pip that ensurepip installed (for uninstallers of Python)."""
import sys

import ensurepip


def _main(argv=None):
    about_version = "Show the version of pip this will attempt to uninstall."
    options = ensurepip._parser("python -m ensurepip._uninstall", about_version).parse_args(argv)
    return ensurepip._uninstall_helper(verbosity=options.verbosity)


if __name__ == "__main__":
    sys.exit(_main())
