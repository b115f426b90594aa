"""File types and permissions."""
import _stat
import stat

for mode in [0o100644, 0o040755, 0o120777, 0o104755, 0o042755, 0o041777, 0o020620, 0o060660, 0o010600, 0o140700, 0o101000, 0o107000, 0, 0o107777]:
    print(oct(mode), _stat.filemode(mode), oct(_stat.S_IFMT(mode)), oct(_stat.S_IMODE(mode)), [name for name in dir(_stat) if name.startswith("S_IS") and callable(f := getattr(_stat, name)) and f(mode)])
print(stat.filemode is _stat.filemode, stat.S_ISDIR is _stat.S_ISDIR, stat.ST_SIZE, stat.UF_NODUMP, stat.SF_SNAPSHOT)
for bad in ["a", -1, 1.5, None]:
    try:
        _stat.S_ISREG(bad)
    except (TypeError, OverflowError) as error:
        print(type(error).__name__, error)
try:
    _stat.S_ISDIR()
except TypeError as error:
    print(error)
