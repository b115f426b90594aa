/**
 * How Chaipy's own commands are called. The texts are apart from the commands, which are loaded when they are called
 * (tools/build/parts.ts).
 */
export const EXPLAIN_USAGE = "[--json] [-o FILE] [PYTHON'S OPTIONS] app.py [arguments]";
export const FREEZE_USAGE =
  "[-o TARGET] [--html | --zip] [--add-data SRC:DEST] [--include MODULE] [--exclude MODULE] [-O | -OO] [--explain] FILE";
export const INSPECT_USAGE =
  "[--tokens] [--ast] [--symtable] [--cfg[=all]] [--code] [--pyc] [-O] [-OO] [--json] FILE\n" +
  "       chaipy inspect --jit|--trace=ops|lines|calls [--json] FILE [arguments]";
export const JIT_USAGE = "[--json] [--all] [--function NAME] [-o FILE] [PYTHON'S OPTIONS] app.py [arguments]";
export const PYC_USAGE = "[--json] [--no-hex] FILE";
export const TOUR_USAGE = "[--json] [LESSON [FOLDER]]";
