"""A small SQLite shell: python -m sqlite3 [filename] [sql]."""

import sqlite3
import sys
from argparse import ArgumentParser
from code import InteractiveConsole


def _execute(cursor, sql, stops):
    """Run one statement and print its rows; an error ends the program if `stops`."""
    try:
        for row in cursor.execute(sql):
            print(row)
    except sqlite3.Error as error:
        kind = type(error).__name__
        name = getattr(error, 'sqlite_errorname', None)
        print(f'{kind} ({name}): {error}' if name is not None else f'{kind}: {error}', file=sys.stderr)
        if stops:
            sys.exit(1)


class _Shell(InteractiveConsole):
    def __init__(self, connection):
        super().__init__()
        self._cursor = connection.cursor()

    def runsource(self, source, filename='<input>', symbol='single'):
        """True: more of the statement is to come."""
        if source == '.version':
            print(sqlite3.sqlite_version)
        elif source == '.help':
            print('Enter SQL code and press enter.')
        elif source == '.quit':
            sys.exit(0)
        elif not sqlite3.complete_statement(source):
            return True
        else:
            _execute(self._cursor, source, stops=False)
        return False


def main(*arguments):
    parser = ArgumentParser(prog='python -m sqlite3', description='Python sqlite3 CLI')
    parser.add_argument(
        'filename', type=str, default=':memory:', nargs='?',
        help="SQLite database to open (defaults to ':memory:'). A new database is created if the file does not "
             'previously exist.',
    )
    parser.add_argument(
        'sql', type=str, nargs='?', help='An SQL query to execute. Any returned rows are printed to stdout.'
    )
    parser.add_argument(
        '-v', '--version', action='version', version=f'SQLite version {sqlite3.sqlite_version}',
        help='Print underlying SQLite library version',
    )
    options = parser.parse_args(*arguments)
    place = 'a transient in-memory database' if options.filename == ':memory:' else repr(options.filename)
    exit_keys = 'CTRL-Z' if sys.platform == 'win32' and 'idlelib.run' not in sys.modules else 'CTRL-D'
    banner = (
        f'sqlite3 shell, running on SQLite version {sqlite3.sqlite_version}\n'
        f'Connected to {place}\n\n'
        'Each command will be run using execute() on the cursor.\n'
        f'Type ".help" for more information; type ".quit" or {exit_keys} to quit.'
    )
    sys.ps1 = 'sqlite> '
    sys.ps2 = '    ... '
    connection = sqlite3.connect(options.filename, isolation_level=None)
    try:
        if options.sql:
            _execute(connection.cursor(), options.sql, stops=True)
        else:
            try:
                import readline
            except ImportError:
                pass
            _Shell(connection).interact(banner, exitmsg='')
    finally:
        connection.close()
    sys.exit(0)


if __name__ == '__main__':
    main(sys.argv[1:])
