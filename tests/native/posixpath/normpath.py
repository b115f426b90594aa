# normpath takes what no system takes as a path: NUL, undecodable bytes.
import os
import posix

for function in posix._path_normpath, os.path.normpath:
    for path in "/a\0b/../c", b"a\0/..//d", "x/\udcff/..", "x/\udcff/y/..", b"/\xff/./", b"", "", 3, None:
        try:
            print(function.__name__, ascii(function(path)))
        except TypeError as error:
            print(function.__name__, error)
