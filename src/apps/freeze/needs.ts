/**
 * Library modules that no `import` names: the ones our own TypeScript imports by name. tests/freeze compares this table
 * with the sources.
 */

/** Imported by the start of an interpreter, or by the core types. */
export const ALWAYS: readonly string[] = [
  "_frozen_importlib",
  "_frozen_importlib_external",
  "zipimport",
  "encodings",
  "encodings.aliases",
  "encodings.ascii",
  "encodings.latin_1",
  "encodings.utf_8",
  "_frozen_program",
  "copyreg",
  "os",
  "warnings",
];

/** By native module. */
export const BY_NATIVE_MODULE: Readonly<Record<string, readonly string[]>> = {
  _decimal: ["collections", "numbers"],
  _json: ["json.decoder"],
  _operator: ["functools"],
  _pickle: ["pickle"],
  _sre: ["re"],
  _typing: ["typing"],
  array: ["collections.abc"],
};

/** By a module of the library that asks for it by way of the importer of frozen programs. */
export const WITH_MODULE: Readonly<Record<string, readonly string[]>> = {
  "importlib.resources": ["_frozen_resources"],
};

/** By a name that the program uses: the builtin type, or the method of a builtin module, that imports it. */
export const BY_NAME: Readonly<Record<string, readonly string[]>> = {
  iterdump: ["sqlite3.dump"],
  memoryview: ["struct"],
  strptime: ["_strptime"],
};

/** Functions of the library that our TypeScript calls by name. */
export const CALLED: readonly string[] = [
  "_find_and_load",
  "_iterdump",
  "_handle_fromlist",
  "_lock_unlock_module",
  "_module_repr",
  "_install",
  "_install_external_importers",
  "_call_with_frames_removed",
  "_reduce_ex",
  "_compile_template",
  "_strptime_time",
  "_warn_unawaited_coroutine",
  "install",
  "namedtuple",
  "partial",
];
