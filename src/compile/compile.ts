/**
 * From a tree to its code object (CPython: `_PyAST_Compile` in Python/compile.c).
 *
 * In order: `__future__` features, folding (which changes the tree in place), symbol table, code generation, and for
 * every code object the back end.
 */
import type { CodeBlob } from "../bytecode/code.ts";
import type { Text } from "../bytecode/constants.ts";
import type { Expr, Mod, Stmt } from "../syntax/generated/ast.ts";
import { DEFAULT_MAX_INT_DIGITS, type ParseMode, parse } from "../syntax/parse.ts";
import type { SourceDecoder } from "../syntax/source.ts";
import type { WarningHandler } from "../syntax/tokenizer/lines.ts";
import { emitAnnotationSetup, emitBody } from "./codegen/body.ts";
import { Codegen } from "./codegen/codegen.ts";
import { emitExpression } from "./codegen/expressions.ts";
import { emitStatement } from "./codegen/statements.ts";
import { ConstantCache } from "./constantcache.ts";
import { foldTree } from "./fold/fold.ts";
import { futureFeatures } from "./future.ts";
import type { CompileObserver } from "./observe.ts";
import { guardRecursion, unplacedSyntaxProblem } from "./problems.ts";
import { buildSymbolTable } from "./symtable.ts";

/** Flags of compile() that are no CO_FUTURE_*. */
export const PYCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000;
/** All CO_FUTURE_* flags: the part of the flags that code objects inherit. */
export const PYCF_MASK = 0x1fe0000;

export interface CompileOptions {
  readonly filename: Text;
  /** 0, 1 without asserts, 2 without docstrings too. */
  readonly optimize: number;
  /** CO_FUTURE_* that are in force from the start, and PyCF_ALLOW_TOP_LEVEL_AWAIT. */
  readonly flags?: number;
  /** sys.get_int_max_str_digits(); 0 for no limit. */
  readonly maxIntDigits?: number;
  /** Returning true turns the warning into an error. Line 0 means the running Python line. */
  readonly onWarning?: WarningHandler;
  readonly observer?: CompileObserver;
}

export interface CompileSourceOptions extends CompileOptions {
  readonly mode: ParseMode;
  /** Decodes sources in encodings other than those the parser knows. */
  readonly decode?: SourceDecoder;
}

const VISITORS = {
  expression: (c: Codegen, e: Expr) => emitExpression(c, e),
  statement: (c: Codegen, s: Stmt) => emitStatement(c, s),
};

/** Compiles a tree, which is changed by this and must not be used again. */
export function compileAst(tree: Mod, options: CompileOptions): CodeBlob {
  return guardRecursion(() => generate(tree, options));
}

/** `compile(source, filename, mode, flags, optimize=...)`, without inherited flags. */
export function compileSource(source: Uint8Array | Text, options: CompileSourceOptions): CodeBlob {
  return compileAst(parse(source, options), options);
}

function generate(tree: Mod, options: CompileOptions): CodeBlob {
  const { filename, optimize, flags = 0, onWarning = () => undefined, observer } = options;
  const { maxIntDigits = DEFAULT_MAX_INT_DIGITS } = options;
  const future = futureFeatures(tree, flags & PYCF_MASK);
  foldTree(tree, { optimize, futureAnnotations: future.annotations, onWarning });
  observer?.folded?.(tree);
  const table = buildSymbolTable(tree, future.annotations);
  observer?.symbols?.(table);
  const topLevelAwait = (flags & PYCF_ALLOW_TOP_LEVEL_AWAIT) !== 0;
  const codegen = new Codegen(
    table,
    future,
    new ConstantCache(),
    { filename, optimize, flags: future.flags, topLevelAwait, maxIntDigits, onWarning, observer },
    VISITORS,
  );
  return emitModule(codegen, tree);
}

function emitModule(c: Codegen, tree: Mod): CodeBlob {
  const loc = { lineno: 1, end_lineno: 1, col_offset: 0, end_col_offset: 0 };
  c.enterUnit("<module>", "module", tree, 1);
  switch (tree.kind) {
    case "Module":
      emitBody(c, loc, tree.body);
      break;
    case "Interactive":
      emitAnnotationSetup(c, loc, tree.body);
      c.interactive = true;
      c.statements(tree.body);
      break;
    case "Expression":
      c.expression(tree.body);
      break;
    case "FunctionType":
      throw unplacedSyntaxProblem("this compiler does not handle FunctionTypes");
  }
  return c.leaveUnit(tree.kind !== "Expression");
}
