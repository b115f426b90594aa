/** What both sides make of a source: digests of marshal data at each optimisation level, or the error with its place. */
import { writeMarshal } from "../../src/bytecode/marshalwriter.ts";
import { compileSource } from "../../src/compile/compile.ts";
import { dump } from "../../src/syntax/dump.ts";
import { SyntaxProblem } from "../../src/syntax/errors.ts";
import { PyCF_TYPE_COMMENTS, parse } from "../../src/syntax/parse.ts";
import type { Oracle } from "../oracle/client.ts";
import { digest } from "../pyc/digests.ts";
import type { TreeExample } from "./mutations.ts";

export interface Example {
  readonly name: string;
  readonly source: Uint8Array;
}

/** `digests`, or `error`: type, message, lineno, offset, end_lineno, end_offset, text. And the warnings of level 0. */
export interface Answer {
  readonly digests?: readonly string[];
  readonly error?: readonly unknown[];
  readonly warnings: readonly unknown[];
}

/** Both sides compile under this name. It has no file, so the text of an error's line comes from the source or not. */
const FILENAME = "checked/module.py";

const THEIRS = `
import base64, hashlib, json, marshal, warnings

def answer(source):
    filename = "".join(${JSON.stringify([...FILENAME])})
    result = {}
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            digests = []
            for level in (0, 1, 2):
                code = compile(source, filename, "exec", dont_inherit=True, optimize=level)
                digests.append(hashlib.sha256(marshal.dumps(code)).hexdigest()[:24])
                if level == 0:
                    seen = len(caught)
                del code
            result["digests"] = digests
        except SyntaxError as error:
            seen = len(caught)
            place = [error.lineno, error.offset, error.end_lineno, error.end_offset, error.text]
            result["error"] = [type(error).__name__, error.msg, *place]
        except Exception as error:
            seen = len(caught)
            result["error"] = [type(error).__name__, str(error)]
    # A warning of the operation itself is placed at the Python line that runs: here.
    at = lambda item: 0 if item.category is DeprecationWarning and "inversion" in str(item.message) else item.lineno
    result["warnings"] = [[item.category.__name__, str(item.message), at(item)] for item in caught[:seen]]
    return result
`;

const THEIR_TREES = `
import ast, json, warnings

def answer(source, version):
    warnings.simplefilter("ignore")
    result = {"warnings": []}
    try:
        tree = compile(source, "checked", "exec", ast.PyCF_ONLY_AST | ast.PyCF_TYPE_COMMENTS, _feature_version=version)
        result["digests"] = [ast.dump(tree, include_attributes=True)]
    except SyntaxError as error:
        place = [error.lineno, error.offset, error.end_lineno, error.end_offset, error.text]
        result["error"] = [type(error).__name__, error.msg, *place]
    return result
`;

/** The tree with its type comments, in the place of digests. */
export async function theirTrees(oracle: Oracle, examples: readonly TreeExample[]): Promise<Answer[]> {
  const pairs = examples.map(({ source, featureVersion }) => [Buffer.from(source).toString("utf8"), featureVersion]);
  const text = await oracle.runSource(`${THEIR_TREES}
json.dumps([answer(*pair) for pair in json.loads(${JSON.stringify(JSON.stringify(pairs))})])`);
  return JSON.parse(text) as Answer[];
}

export function ourTree({ source, featureVersion }: TreeExample): Answer {
  const version = featureVersion < 0 ? {} : { featureVersion };
  return answerOf([], () => [
    dump(parse(source, { mode: "exec", flags: PyCF_TYPE_COMMENTS, ...version }), { includeAttributes: true }),
  ]);
}

/** Encodings other than those that the compiler knows, by the host's tables. */
function decode(bytes: Uint8Array, encoding: string): string | undefined {
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(encoding, { fatal: true });
  } catch {
    return undefined;
  }
  return decoder.decode(bytes);
}

export function ourAnswer(source: Uint8Array): Answer {
  const warnings: unknown[] = [];
  const compiled = (optimize: number): string => {
    const onWarning = (...warning: unknown[]): undefined => {
      if (optimize === 0) warnings.push(warning);
    };
    const code = compileSource(source, { filename: FILENAME, mode: "exec", optimize, decode, onWarning });
    return digest(writeMarshal(code), 24);
  };
  return answerOf(warnings, () => [0, 1, 2].map(compiled));
}

function answerOf(warnings: readonly unknown[], work: () => readonly string[]): Answer {
  try {
    return { digests: work(), warnings };
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) return { error: [String(error)], warnings };
    const { type, msg, lineno, offset, end_lineno, end_offset, text } = error;
    const isSyntaxError = type === "SyntaxError" || type === "IndentationError" || type === "TabError";
    return {
      error: isSyntaxError ? [type, msg, lineno, offset, end_lineno, end_offset, text] : [type, msg],
      warnings,
    };
  }
}

/** A source on which the oracle itself dies has no answer. */
export async function theirAnswers(oracle: Oracle, sources: readonly Uint8Array[]): Promise<(Answer | undefined)[]> {
  const encoded = sources.map((source) => Buffer.from(source).toString("base64"));
  try {
    const text = await oracle.runSource(`${THEIRS}
json.dumps([answer(base64.b64decode(source)) for source in ${JSON.stringify(encoded)}])`);
    return JSON.parse(text) as Answer[];
  } catch (error) {
    if (sources.length === 1) return [undefined];
    const answers: (Answer | undefined)[] = [];
    for (const source of sources) answers.push(...(await theirAnswers(oracle, [source])));
    if (answers.every((answer) => answer === undefined)) throw error;
    return answers;
  }
}
