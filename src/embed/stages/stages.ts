/**
 * What every stage of the pipeline makes of one source, as plain data that JSON can hold: for the inspector, for
 * `chaipy inspect`, and for tools.
 *
 * No interpreter is needed. A source that is not valid leaves what was made before the error, and the error.
 */
import { type MarshalSpan, mapMarshal } from "../../bytecode/marshalmap.ts";
import { buildPyc, PYC_HEADER_SIZE } from "../../bytecode/pyc.ts";
import { stringOfCodePoints } from "../../bytecode/surrogatepass.ts";
import { compileAst } from "../../compile/compile.ts";
import { SyntaxProblem } from "../../syntax/errors.ts";
import { type ParseMode, parse } from "../../syntax/parse.ts";
import { readSource } from "../../syntax/source.ts";
import { type CodeReport, reportCode } from "./code.ts";
import { FlowRecorder, type UnitFlow } from "./flow.ts";
import { SourceLines } from "./place.ts";
import { reportScopes, type ScopeReport } from "./scopes.ts";
import { reportTokens, type TokenReport } from "./tokens.ts";
import { reportTree, type TreeReport } from "./tree.ts";

export interface StageOptions {
  readonly filename: string;
  readonly mode?: ParseMode;
  /** 0, 1 without asserts, 2 without docstrings too. */
  readonly optimize?: number;
  /** When the source was changed last, seconds since 1970: it stands in the `.pyc`. */
  readonly mtime?: number;
}

export interface Stages {
  readonly filename: string;
  /** The source as text, lines as the file has them. */
  readonly text: string;
  readonly encoding: string | null;
  readonly tokens: readonly TokenReport[];
  readonly tree: TreeReport | null;
  /** The tree behind constant folding, which the compiler goes on with. */
  readonly folded: TreeReport | null;
  readonly scopes: ScopeReport | null;
  readonly flow: readonly UnitFlow[];
  readonly code: CodeReport | null;
  /** The file in `__pycache__`, and what its bytes behind the header mean. */
  readonly pyc: { readonly bytes: Uint8Array; readonly spans: readonly MarshalSpan[] } | null;
  readonly warnings: readonly WarningReport[];
  readonly error: ErrorReport | null;
}

export interface WarningReport {
  readonly category: string;
  readonly message: string;
  readonly lineno: number;
}

/** The arguments of the exception, columns in code points from 1, as CPython has them. */
export interface ErrorReport {
  readonly type: string;
  readonly message: string;
  readonly lineno: number | null;
  readonly offset: number | null;
  readonly end_lineno: number | null;
  readonly end_offset: number | null;
  readonly text: string | null;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export function compileStages(source: Uint8Array, options: StageOptions): Stages {
  const stages: Mutable<Stages> = {
    filename: options.filename,
    text: "",
    encoding: null,
    tokens: [],
    tree: null,
    folded: null,
    scopes: null,
    flow: [],
    code: null,
    pyc: null,
    warnings: [],
    error: null,
  };
  try {
    fillStages(stages, source, options);
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error;
    stages.error = reportError(error);
  }
  return stages;
}

function fillStages(stages: Mutable<Stages>, source: Uint8Array, options: StageOptions): void {
  const { mode = "exec", optimize = 0, filename, mtime = 0 } = options;
  const read = readSource(source, { endWithNewline: false, keepCarriageReturns: true });
  stages.text = read.text;
  stages.encoding = read.encoding;
  const warnings: WarningReport[] = [];
  stages.warnings = warnings;
  const onWarning = (category: string, message: string, lineno: number): undefined => {
    warnings.push({ category, message, lineno });
  };
  stages.tokens = readTokens(read.text);
  const tree = parse(source, { mode, onWarning });
  stages.tree = reportTree(tree);
  const recorder = new FlowRecorder();
  stages.flow = recorder.units;
  const code = compileAst(tree, {
    filename,
    optimize,
    onWarning,
    observer: {
      folded: (folded) => {
        stages.folded = reportTree(folded);
      },
      symbols: (table) => {
        stages.scopes = reportScopes(table.top);
      },
      flowGraph: (unit, pass, graph) => recorder.record(unit, pass, graph),
    },
  });
  stages.code = reportCode(code);
  const bytes = buildPyc(code, { kind: "timestamp", mtime, size: source.length });
  stages.pyc = { bytes, spans: mapMarshal(bytes, PYC_HEADER_SIZE) };
}

/** All tokens, or those before an error, which the parser will find too. */
function readTokens(text: string): TokenReport[] {
  const tokens: TokenReport[] = [];
  try {
    reportTokens(text, new SourceLines(text), tokens);
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error;
  }
  return tokens;
}

function reportError(problem: SyntaxProblem): ErrorReport {
  const { type, msg, lineno, offset, end_lineno, end_offset, text } = problem;
  const shown = text === null || typeof text === "string" ? text : stringOfCodePoints(text.codePoints);
  return { type, message: msg, lineno, offset, end_lineno, end_offset, text: shown };
}
