/**
 * Where a statement ends: what CPython's tokenizer and parser decide while they ask for lines (Parser/tokenizer.c,
 * tok_underflow_interactive), and how a text of several statements is cut.
 */
import { compileSource } from "../../compile/compile.ts";
import { SyntaxProblem } from "../../syntax/errors.ts";
import { PyCF_ALLOW_INCOMPLETE_INPUT, PyCF_DONT_IMPLY_DEDENT } from "../../syntax/parse.ts";

const INCOMPLETE = PyCF_ALLOW_INCOMPLETE_INPUT | PyCF_DONT_IMPLY_DEDENT;
const WANTS_MORE = "incomplete input";

/** What the parser says of a source: undefined if nothing is wrong with it. */
function complaint(source: string): string | undefined {
  const request = { mode: "single", filename: "<stdin>", optimize: 0, onWarning: () => undefined } as const;
  try {
    compileSource(source, { ...request, flags: INCOMPLETE });
    return undefined;
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error;
    return error.msg;
  }
}

/**
 * As CPython's tokenizer asks for a line: never while the parser already fails. Without its last line end a block is complete
 * only after an empty line (the rule of codeop).
 */
export function needsMore(source: string): boolean {
  if (!source.endsWith("\n")) return complaint(source) === WANTS_MORE;
  const problem = complaint(source);
  if (problem !== undefined && problem !== WANTS_MORE) return false;
  // A backslash joins the next line, whatever is in it.
  if (problem === WANTS_MORE && source.endsWith("\\\n")) return true;
  return complaint(source.slice(0, -1)) === WANTS_MORE;
}

/** Nothing but blanks and comments. */
export function isBlank(source: string): boolean {
  return source.split("\n").every((line) => /^\s*(#.*)?$/.test(line));
}

/** Lines that go on with a compound statement though they are not indented. */
const CLAUSE = /^(else|elif|except|finally)\b/;

/** The statements of a text, as they would be typed one after the other. */
export function cutStatements(source: string): string[] {
  const statements: string[] = [];
  let statement = "";
  for (const line of source.match(/.*\n|.+$/g) ?? []) {
    const mayBegin = /^[^\s#)\]}]/.test(line) && !CLAUSE.test(line);
    if (mayBegin && !isBlank(statement) && complaint(`${statement}\n`) !== WANTS_MORE) {
      statements.push(statement);
      statement = "";
    }
    statement += line;
  }
  return statement === "" ? statements : [...statements, statement];
}

/** `needsMore` for a text that may hold several statements, as a paste does: the last one decides. */
export function blockNeedsMore(source: string): boolean {
  return !isBlank(source) && needsMore(cutStatements(source).at(-1) ?? source);
}
