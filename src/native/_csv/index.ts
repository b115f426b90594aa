/** _csv: reading and writing CSV (CPython Modules/_csv.c). Dialects and the field limit belong to the module object. */
import { lookupAttr } from "../../objects/kernel/attribute.ts";
import { typeOf } from "../../objects/kernel/core-types.ts";
import type { MethodRow } from "../../objects/kernel/define.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { iter } from "../../objects/kernel/iterate.ts";
import { defineModule, makeFunction } from "../../objects/kernel/module.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { PyList, textOf } from "../../objects/kernel/payload.ts";
import { typeError } from "../../objects/kernel/raise.ts";
import { toSsizeArgument } from "../../objects/types/arguments.ts";
import { CSV_ERROR, type CsvState, csvError, DIALECT, findDialect, makeDialect, QUOTING, registry } from "./dialect.ts";
import { PyReader, READER } from "./reader.ts";
import { PyWriter, WRITER } from "./writer.ts";

/** One or two positional arguments, the complaint being that of a function without a name. */
function oneOrTwo(args: Value[]): [Value, Value | undefined] {
  if (args.length < 1) throw typeError(" expected at least 1 argument, got 0");
  if (args.length > 2) throw typeError(` expected at most 2 arguments, got ${args.length}`);
  return [args[0], args[1]];
}

function writeMethod(file: Value): Value {
  const write = lookupAttr(file, "write");
  if (write === undefined || typeOf(write).slots.__call__ === undefined) {
    throw typeError('argument 1 must have a "write" method');
  }
  return write;
}

function fieldSizeLimit(state: CsvState, limit: Value | undefined): Value {
  const old = state.fieldLimit;
  if (limit !== undefined) {
    if (typeof limit !== "number" && typeof limit !== "bigint") throw typeError("limit must be an integer");
    state.fieldLimit = toSsizeArgument(limit);
  }
  return old;
}

function functionsOf(state: CsvState): Record<string, MethodRow> {
  const OPTIONS = "~($module, *args, **kwargs)";
  return {
    reader: [
      OPTIONS,
      '    csv_reader = reader(iterable [, dialect=\'excel\']\n                        [optional keyword args])\n    for row in csv_reader:\n        process(row)\n\nThe "iterable" argument can be any object that returns a line\nof input for each iteration, such as a file object or a list.  The\noptional "dialect" parameter is discussed below.  The function\nalso accepts optional keyword arguments which override settings\nprovided by the dialect.\n\nThe returned object is an iterator.  Each iteration returns a row\nof the CSV file (which can span multiple input lines).\n',
      (args: Value[], options: PyDict) => {
        const [lines, dialect] = oneOrTwo(args);
        return new PyReader(state, iter(lines), makeDialect(state, dialect, options));
      },
    ],
    writer: [
      OPTIONS,
      "    csv_writer = csv.writer(fileobj [, dialect='excel']\n                            [optional keyword args])\n    for row in sequence:\n        csv_writer.writerow(row)\n\n    [or]\n\n    csv_writer = csv.writer(fileobj [, dialect='excel']\n                            [optional keyword args])\n    csv_writer.writerows(rows)\n\nThe \"fileobj\" argument can be any object that supports the file API.\n",
      (args: Value[], options: PyDict) => {
        const [file, dialect] = oneOrTwo(args);
        const made = makeDialect(state, dialect, options);
        return new PyWriter(writeMethod(file), made);
      },
    ],
    register_dialect: [
      OPTIONS,
      "Create a mapping from a string name to a dialect class.\n    dialect = csv.register_dialect(name[, dialect[, **fmtparams]])",
      (args: Value[], options: PyDict) => {
        const [name, dialect] = oneOrTwo(args);
        if (textOf(name) === undefined) throw typeError("dialect name must be a string");
        state.dialects.set(name, makeDialect(state, dialect, options));
      },
    ],
    list_dialects: [
      "($module, /)",
      "Return a list of all known dialect names.\n\n    names = csv.list_dialects()",
      () => new PyList(state.dialects.keyArray()),
    ],
    unregister_dialect: [
      "($module, /, name)",
      "Delete the name/dialect mapping associated with a string name.\n\n    csv.unregister_dialect(name)",
      (name: Value) => {
        if (state.dialects.delete(name) === undefined) throw csvError("unknown dialect");
      },
    ],
    get_dialect: [
      "($module, /, name)",
      "Return the dialect instance associated with name.\n\n    dialect = csv.get_dialect(name)",
      (name: Value) => findDialect(state, name),
    ],
    field_size_limit: [
      "($module, /, new_limit=<unrepresentable>)",
      "Sets an upper limit on parsed fields.\n\n    csv.field_size_limit([limit])\n\nReturns old limit. If limit is not given, no new limit is set and\nthe old limit is returned",
      (limit: Value | undefined) => fieldSizeLimit(state, limit),
    ],
  };
}

export default defineModule("_csv", {
  doc: "CSV parsing and writing.\n\nThis module provides classes that assist in the reading and writing\nof Comma Separated Value (CSV) files, and implements the interface\ndescribed by PEP 305.  Although many CSV files are simple to parse,\nthe format is not formally defined by a stable specification and\nis subtle enough that parsing lines of a CSV file with something\nlike line.split(\",\") is bound to fail.  The module supports three\nbasic APIs: reading, writing, and registration of dialects.\n\n\nDIALECT REGISTRATION:\n\nReaders and writers support a dialect argument, which is a convenient\nhandle on a group of settings.  When the dialect argument is a string,\nit identifies one of the dialects previously registered with the module.\nIf it is a class or instance, the attributes of the argument are used as\nthe settings for the reader or writer:\n\n    class excel:\n        delimiter = ','\n        quotechar = '\"'\n        escapechar = None\n        doublequote = True\n        skipinitialspace = False\n        lineterminator = '\\r\\n'\n        quoting = QUOTE_MINIMAL\n\nSETTINGS:\n\n    * quotechar - specifies a one-character string to use as the\n        quoting character.  It defaults to '\"'.\n    * delimiter - specifies a one-character string to use as the\n        field separator.  It defaults to ','.\n    * skipinitialspace - specifies how to interpret spaces which\n        immediately follow a delimiter.  It defaults to False, which\n        means that spaces immediately following a delimiter is part\n        of the following field.\n    * lineterminator -  specifies the character sequence which should\n        terminate rows.\n    * quoting - controls when quotes should be generated by the writer.\n        It can take on any of the following module constants:\n\n        csv.QUOTE_MINIMAL means only when required, for example, when a\n            field contains either the quotechar or the delimiter\n        csv.QUOTE_ALL means that quotes are always placed around fields.\n        csv.QUOTE_NONNUMERIC means that quotes are always placed around\n            fields which do not parse as integers or floating point\n            numbers.\n        csv.QUOTE_STRINGS means that quotes are always placed around\n            fields which are strings.  Note that the Python value None\n            is not a string.\n        csv.QUOTE_NOTNULL means that quotes are only placed around fields\n            that are not the Python value None.\n        csv.QUOTE_NONE means that quotes are never placed around fields.\n    * escapechar - specifies a one-character string used to escape\n        the delimiter when quoting is set to QUOTE_NONE.\n    * doublequote - controls the handling of quotes inside fields.  When\n        True, two consecutive quotes are interpreted as one during read,\n        and when writing, each quote character embedded in the data is\n        written as two quotes\n",
  constants: { __version__: "1.0", ...QUOTING },
  types: { Dialect: DIALECT, Reader: READER, Writer: WRITER, Error: CSV_ERROR },
  setup: (module) => {
    const state: CsvState = { dialects: new PyDict(), fieldLimit: 128 * 1024 };
    module.dict.set("_dialects", state.dialects);
    registry.find = (name) => findDialect(state, name);
    for (const [name, row] of Object.entries(functionsOf(state))) {
      module.dict.set(name, makeFunction("_csv", name, row, module));
    }
  },
});
