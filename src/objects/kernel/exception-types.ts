/**
 * The hierarchy of builtin exceptions as one table (CPython Objects/exceptions.c); the doc of each
 * and what the odd ones add are in objects/types/exceptions/.
 */
import { BASE_EXCEPTION, declareType } from "./core-types.ts";
import type { PyType } from "./object.ts";

/** [name, base], a base always before what derives from it. */
const HIERARCHY = [
  ["BaseExceptionGroup", "BaseException"],
  ["GeneratorExit", "BaseException"],
  ["KeyboardInterrupt", "BaseException"],
  ["SystemExit", "BaseException"],
  ["Exception", "BaseException"],
  ["ArithmeticError", "Exception"],
  ["AssertionError", "Exception"],
  ["AttributeError", "Exception"],
  ["BufferError", "Exception"],
  ["EOFError", "Exception"],
  ["ImportError", "Exception"],
  ["LookupError", "Exception"],
  ["MemoryError", "Exception"],
  ["NameError", "Exception"],
  ["OSError", "Exception"],
  ["ReferenceError", "Exception"],
  ["RuntimeError", "Exception"],
  ["StopAsyncIteration", "Exception"],
  ["StopIteration", "Exception"],
  ["SyntaxError", "Exception"],
  ["SystemError", "Exception"],
  ["TypeError", "Exception"],
  ["ValueError", "Exception"],
  ["Warning", "Exception"],
  ["FloatingPointError", "ArithmeticError"],
  ["OverflowError", "ArithmeticError"],
  ["ZeroDivisionError", "ArithmeticError"],
  ["BytesWarning", "Warning"],
  ["DeprecationWarning", "Warning"],
  ["EncodingWarning", "Warning"],
  ["FutureWarning", "Warning"],
  ["ImportWarning", "Warning"],
  ["PendingDeprecationWarning", "Warning"],
  ["ResourceWarning", "Warning"],
  ["RuntimeWarning", "Warning"],
  ["SyntaxWarning", "Warning"],
  ["UnicodeWarning", "Warning"],
  ["UserWarning", "Warning"],
  ["BlockingIOError", "OSError"],
  ["ChildProcessError", "OSError"],
  ["ConnectionError", "OSError"],
  ["FileExistsError", "OSError"],
  ["FileNotFoundError", "OSError"],
  ["InterruptedError", "OSError"],
  ["IsADirectoryError", "OSError"],
  ["NotADirectoryError", "OSError"],
  ["PermissionError", "OSError"],
  ["ProcessLookupError", "OSError"],
  ["TimeoutError", "OSError"],
  ["IndentationError", "SyntaxError"],
  ["IndexError", "LookupError"],
  ["KeyError", "LookupError"],
  ["ModuleNotFoundError", "ImportError"],
  ["NotImplementedError", "RuntimeError"],
  ["RecursionError", "RuntimeError"],
  ["UnboundLocalError", "NameError"],
  ["UnicodeError", "ValueError"],
  ["BrokenPipeError", "ConnectionError"],
  ["ConnectionAbortedError", "ConnectionError"],
  ["ConnectionRefusedError", "ConnectionError"],
  ["ConnectionResetError", "ConnectionError"],
  ["TabError", "IndentationError"],
  ["UnicodeDecodeError", "UnicodeError"],
  ["UnicodeEncodeError", "UnicodeError"],
  ["UnicodeTranslateError", "UnicodeError"],
] as const;

export type ExceptionName = "BaseException" | "ExceptionGroup" | (typeof HIERARCHY)[number][0];

/** All builtin exception types by name. `ExceptionGroup` has two bases and completes its MRO in types/exceptions. */
export const EXCEPTIONS: Readonly<Record<ExceptionName, PyType>> = (() => {
  const types: Record<string, PyType> = { BaseException: BASE_EXCEPTION };
  for (const [name, base] of HIERARCHY) types[name] = declareType(name, types[base]);
  types.ExceptionGroup = declareType("ExceptionGroup", types.BaseExceptionGroup);
  return types as Record<ExceptionName, PyType>;
})();
