"""What PEP 249 asks of a module beside connections and cursors, and how dates are stored."""

import collections.abc
import datetime
import time

from _sqlite3 import *
from _sqlite3 import _deprecated_version

apilevel = '2.0'
paramstyle = 'qmark'

Date = datetime.date
Time = datetime.time
Timestamp = datetime.datetime
Binary = memoryview

sqlite_version_info = tuple(int(part) for part in sqlite_version.split('.'))

_deprecated_names = frozenset({'version', 'version_info'})
_deprecated_version_info = tuple(int(part) for part in _deprecated_version.split('.'))


def DateFromTicks(ticks):
    return Date(*time.localtime(ticks)[:3])


def TimeFromTicks(ticks):
    return Time(*time.localtime(ticks)[3:6])


def TimestampFromTicks(ticks):
    return Timestamp(*time.localtime(ticks)[:6])


collections.abc.Sequence.register(Row)


def _register_dates():
    """Dates and times are stored as text; they come back as what they were from columns of type date and timestamp."""
    from warnings import warn

    def obsolete(what):
        warn(
            f'The default {what} is deprecated as of Python 3.12; see the sqlite3 documentation for suggested '
            'replacement recipes',
            DeprecationWarning,
            stacklevel=3,
        )

    def adapt_date(value):
        obsolete('date adapter')
        return value.isoformat()

    def adapt_datetime(value):
        obsolete('datetime adapter')
        return value.isoformat(' ')

    def convert_date(text):
        obsolete('date converter')
        return datetime.date(*(int(part) for part in text.split(b'-')))

    def convert_timestamp(text):
        obsolete('timestamp converter')
        day, clock = text.split(b' ')
        seconds, *fraction = clock.split(b'.')
        numbers = [int(part) for part in (*day.split(b'-'), *seconds.split(b':'))]
        microseconds = int(fraction[0][:6].ljust(6, b'0')) if fraction else 0
        return datetime.datetime(*numbers, microseconds)

    register_adapter(datetime.date, adapt_date)
    register_adapter(datetime.datetime, adapt_datetime)
    register_converter('date', convert_date)
    register_converter('timestamp', convert_timestamp)


_register_dates()
del _register_dates


def __getattr__(name):
    if name not in _deprecated_names:
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    from warnings import warn

    warn(f'{name} is deprecated and will be removed in Python 3.14', DeprecationWarning, stacklevel=2)
    return globals()[f'_deprecated_{name}']
