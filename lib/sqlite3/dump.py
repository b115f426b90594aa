"""A database as the SQL text that makes it again: Connection.iterdump()."""

_OWN = 'sqlite_'
_STATISTICS = 'sqlite_stat1'
_SEQUENCES = 'sqlite_sequence'
_VIRTUAL = 'CREATE VIRTUAL TABLE'


def _identifier(name):
    return '"' + name.replace('"', '""') + '"'


def _literal(text):
    return "'" + text.replace("'", "''") + "'"


def _rows(cursor, name):
    """The statements that put a table's rows into it."""
    table = _identifier(name)
    columns = [row[1] for row in cursor.execute(f'PRAGMA table_info({table})').fetchall()]
    values = "||','||".join(f'quote({_identifier(column)})' for column in columns)
    beginning = _literal(f'INSERT INTO {table} VALUES(')
    for (statement,) in cursor.execute(f"SELECT {beginning}||{values}||')' FROM {table}"):
        yield f'{statement};'


def _iterdump(connection):
    cursor = connection.cursor()
    cursor.row_factory = None
    tables = cursor.execute(
        "SELECT name, sql FROM sqlite_master WHERE sql NOT NULL AND type = 'table' ORDER BY name"
    ).fetchall()
    others = "SELECT sql FROM sqlite_master WHERE sql NOT NULL AND type IN ('index', 'trigger', 'view')"
    sequences = []
    writes_schema = False
    yield 'BEGIN TRANSACTION;'
    for name, sql in tables:
        if name == _SEQUENCES:
            sequences = [f'DELETE FROM {_identifier(name)};', *_rows(cursor, name)]
            continue
        if name == _STATISTICS:
            yield 'ANALYZE "sqlite_master";'
        elif name.startswith(_OWN):
            continue
        elif sql.startswith(_VIRTUAL):
            if not writes_schema:
                writes_schema = True
                yield 'PRAGMA writable_schema=ON;'
            text, definition = _literal(name), _literal(sql)
            yield (
                'INSERT INTO sqlite_master(type,name,tbl_name,rootpage,sql)'
                f"VALUES('table',{text},{text},0,{definition});"
            )
        else:
            yield f'{sql};'
        yield from _rows(cursor, name)
    for (sql,) in cursor.execute(others).fetchall():
        yield f'{sql};'
    if writes_schema:
        yield 'PRAGMA writable_schema=OFF;'
    yield from sequences
    yield 'COMMIT;'
