/**
 * Signatures of builtins: the one statement of a builtin's arguments is its text signature
 * (`__text_signature__`), e.g. "($self, index=-1, /)". Here it becomes the parser of the arguments
 * and CPython's own error messages (Python/getargs.c, Objects/methodobject.c).
 *
 * What the body receives, in order: each parameter's value; `undefined` where an optional argument
 * without a Python default (`=<unrepresentable>`) was not given; an array for `*args`; a PyDict for
 * `**kwargs`. A leading "~" means that CPython shows no `__text_signature__` for this function; "~~" that
 * it also counts arguments in PyArg_ParseTuple's words ("find() takes at least 1 argument (0 given)").
 * A leading "!" means that the keywords are another function's business: the body receives them in a PyDict behind the
 * positional arguments, which are counted as _PyArg_CheckPositional does ("sorted expected 1 argument, got 2").
 */
import { bug } from "../../util/assert.ts";
import { ELLIPSIS, NONE } from "./core-types.ts";
import { PyDict } from "./dict.ts";
import type { Value } from "./object.ts";
import { PyBytes, PyFloat, strFromJs, tuple } from "./payload.ts";
import { typeError } from "./raise.ts";
import type { KeywordNames } from "./slots.ts";

export type ParameterKind = "positionalOnly" | "positional" | "varArgs" | "keywordOnly" | "varKeywords";

export interface Parameter {
  readonly name: string;
  readonly kind: ParameterKind;
  readonly optional: boolean;
  /** The value when absent; undefined if required or not representable. */
  readonly default: Value | undefined;
}

/** Whatever a body is given for one parameter. */
export type Argument = Value | Value[] | PyDict | undefined;

export class Signature {
  readonly parameters: readonly Parameter[];
  /** As `__text_signature__` shows it, `$self` included; undefined if CPython has none. */
  readonly text: string | undefined;
  /** Is the first parameter `$self`, `$type` or `$cls` (given apart from the arguments)? `$module` only documents. */
  readonly bound: boolean;
  /** Positional-only parameters, nothing else: the fast case. */
  readonly simple: boolean;
  /** No `*args`, no `**kwargs`, no required keyword: positional arguments alone can be a whole call. */
  private readonly fillable: boolean;
  readonly required: number;
  readonly maximum: number;
  private readonly positionalOnly: number;
  /** How many parameters stand before `*args`, if only `**kwargs` may come behind it; else -1. */
  private readonly beforeRest: number;
  private readonly restHasKeywords: boolean;
  readonly takesKeywords: boolean;
  /** METH_VARARGS: the function is given a tuple, and parses it itself. */
  readonly isVariadic: boolean;
  private readonly oldStyle: boolean;
  private readonly plainCount: boolean;

  constructor(
    text: string,
    /** Of a type's constructor, whose complaints about a count are never "takes exactly one argument". */
    private readonly ofType = false,
  ) {
    const hidden = text.startsWith("~");
    this.oldStyle = text.startsWith("~~");
    this.plainCount = text.startsWith("!");
    const shown = text.replace(/^[~!]+/, "");
    this.text = hidden ? undefined : shown;
    const { bound, parameters: shownParameters } = parseSignature(shown);
    const parameters = this.plainCount ? withKeywordsTogether(shownParameters) : shownParameters;
    this.bound = bound;
    this.parameters = parameters;
    this.simple = parameters.every((p) => p.kind === "positionalOnly");
    this.fillable = parameters.every(
      ({ kind, optional }) =>
        kind === "positionalOnly" || kind === "positional" || (kind === "keywordOnly" && optional),
    );
    const positional = parameters.filter((p) => p.kind === "positionalOnly" || p.kind === "positional");
    this.required = positional.filter((p) => !p.optional).length;
    this.maximum = parameters.some((p) => p.kind === "varArgs") ? Number.POSITIVE_INFINITY : positional.length;
    this.positionalOnly = parameters.filter((p) => p.kind === "positionalOnly").length;
    this.isVariadic = this.oldStyle || (hidden && bound && parameters.some((p) => p.kind === "varArgs"));
    const varArgs = parameters.findIndex((p) => p.kind === "varArgs");
    const behind = parameters.slice(varArgs + 1);
    this.beforeRest = varArgs === positional.length && behind.every((p) => p.kind === "varKeywords") ? varArgs : -1;
    this.restHasKeywords = behind.length > 0;
    this.takesKeywords = parameters.some((p) => p.kind !== "positionalOnly" && p.kind !== "varArgs");
  }

  /** What the body is to be called with. `name` is the bare name, `fullName` as in "list.append". */
  bind(name: string, fullName: string, args: Value[], kwnames: KeywordNames): Argument[] {
    const keywordCount = kwnames === undefined ? 0 : kwnames.length;
    if (keywordCount > 0 && !this.takesKeywords) throw typeError(`${fullName}() takes no keyword arguments`);
    const positionalCount = args.length - keywordCount;
    if (this.simple) return this.bindSimple(name, fullName, args);
    if (keywordCount === 0 && this.fillable && positionalCount >= this.required && positionalCount <= this.maximum) {
      return this.withDefaults(args);
    }
    if (keywordCount === 0 && this.beforeRest >= 0 && positionalCount >= this.beforeRest) return this.withRest(args);
    return this.bindGeneral(name, args, positionalCount, kwnames ?? []);
  }

  /** Positional arguments, what there is more of them, and no keywords. */
  private withRest(args: Value[]): Argument[] {
    const { beforeRest } = this;
    const bound: Argument[] =
      beforeRest === 0 ? [args.slice()] : [...args.slice(0, beforeRest), args.slice(beforeRest)];
    if (this.restHasKeywords) bound.push(new PyDict());
    return bound;
  }

  private bindSimple(name: string, fullName: string, args: Value[]): Argument[] {
    const given = args.length;
    const parameters = this.parameters;
    if (given < this.required || given > parameters.length) throw this.countError(name, fullName, given);
    return this.withDefaults(args);
  }

  /** Positional arguments, then the defaults of all parameters behind them. */
  private withDefaults(args: Value[]): Argument[] {
    const { parameters } = this;
    const bound: Argument[] = args.slice();
    for (let i = args.length; i < parameters.length; i++) bound.push(parameters[i].default);
    return bound;
  }

  private countError(name: string, fullName: string, given: number): unknown {
    const { required } = this;
    const maximum = this.parameters.length;
    if (this.oldStyle) return tupleError(name, given, required, maximum);
    if (this.ofType) return positionalError(name, given, required, maximum);
    if (maximum === 0) return typeError(`${fullName}() takes no arguments (${given} given)`);
    if (maximum === 1 && required === 1) return typeError(`${fullName}() takes exactly one argument (${given} given)`);
    return positionalError(name, given, required, maximum);
  }

  private bindGeneral(name: string, args: Value[], positionalCount: number, kwnames: readonly string[]): Argument[] {
    const bound: Argument[] = [];
    const { parameters } = this;
    const varArgs = parameters.findIndex((p) => p.kind === "varArgs");
    this.checkCount(name, positionalCount, args.length);
    const used = new Array<boolean>(kwnames.length).fill(false);
    let position = 0;
    let kwargs: PyDict | undefined;
    for (const parameter of parameters) {
      if (parameter.kind === "varArgs") {
        bound.push(args.slice(position, positionalCount));
        position = positionalCount;
      } else if (parameter.kind === "varKeywords") {
        kwargs = new PyDict();
        bound.push(kwargs);
      } else bound.push(this.bindOne(name, parameter, args, positionalCount, kwnames, used, position++, varArgs));
    }
    for (let i = 0; i < kwnames.length; i++) {
      if (used[i]) continue;
      if (kwargs === undefined) throw typeError(this.unexpectedKeyword(name, kwnames[i], positionalCount));
      kwargs.set(strFromJs(kwnames[i]), args[positionalCount + i]);
    }
    return bound;
  }

  private bindOne(
    name: string,
    parameter: Parameter,
    args: Value[],
    positionalCount: number,
    kwnames: readonly string[],
    used: boolean[],
    position: number,
    varArgs: number,
  ): Argument {
    const index = parameter.kind === "positionalOnly" ? -1 : kwnames.indexOf(parameter.name);
    if (parameter.kind !== "keywordOnly" && position < positionalCount) {
      if (index >= 0) {
        throw typeError(`argument for ${name}() given by name ('${parameter.name}') and position (${position + 1})`);
      }
      return args[position];
    }
    if (index >= 0) {
      used[index] = true;
      return args[positionalCount + index];
    }
    if (parameter.optional) return parameter.default;
    if (parameter.kind === "positionalOnly") throw positionalError(name, positionalCount, this.required, this.maximum);
    const where = parameter.kind === "keywordOnly" && varArgs >= 0 ? "" : ` (pos ${position + 1})`;
    throw typeError(`${name}() missing required argument '${parameter.name}'${where}`);
  }

  private checkCount(name: string, positionalCount: number, total: number): void {
    const unlimited = this.maximum === Number.POSITIVE_INFINITY;
    if ((this.plainCount || unlimited) && (positionalCount < this.required || positionalCount > this.maximum)) {
      if (this.plainCount || positionalCount < this.positionalOnly) {
        throw positionalError(name, positionalCount, this.required, this.maximum);
      }
    }
    const fixed = this.parameters.length;
    this.checkKeywordCount(name, total - positionalCount);
    if (total > fixed && this.parameters.every((p) => !p.kind.startsWith("var"))) {
      const kind = positionalCount === 0 ? "keyword " : "";
      throw typeError(`${name}() takes at most ${fixed} ${kind}${argumentWord(fixed)} (${total} given)`);
    }
    if (positionalCount <= this.maximum) {
      if (positionalCount < Math.min(this.positionalOnly, this.required)) {
        const atLeast = this.maximum > this.required ? "at least" : "exactly";
        const wanted = Math.min(this.positionalOnly, this.required);
        throw typeError(
          `${name}() takes ${atLeast} ${wanted} positional ${argumentWord(wanted)} (${positionalCount} given)`,
        );
      }
      return;
    }
    const keywords = this.parameters.filter((p) => p.kind === "keywordOnly" || p.kind === "varKeywords").length;
    const word = this.required < this.maximum ? "at most" : "exactly";
    if (keywords === 0 || this.parameters.length === this.maximum) {
      throw typeError(`${name}() takes ${word} ${this.maximum} ${argumentWord(this.maximum)} (${total} given)`);
    }
    if (this.maximum === 0) throw typeError(`${name}() takes no positional arguments`);
    throw typeError(
      `${name}() takes ${word} ${this.maximum} positional ${argumentWord(this.maximum)} (${positionalCount} given)`,
    );
  }

  /** Behind `*args` keywords are counted alone, but not by Argument Clinic, whose functions show their signature. */
  private checkKeywordCount(name: string, given: number): void {
    const { parameters } = this;
    if (
      this.text !== undefined ||
      !parameters.some((p) => p.kind === "varArgs") ||
      parameters.some((p) => p.kind === "varKeywords")
    )
      return;
    const most = parameters.filter((p) => p.kind === "keywordOnly").length;
    if (given > most && most > 0) {
      throw typeError(`${name}() takes at most ${most} keyword ${argumentWord(most)} (${given} given)`);
    }
  }

  private unexpectedKeyword(name: string, keyword: string, positionalCount: number): string {
    const byPosition = this.parameters.findIndex((p) => p.name === keyword && p.kind === "positional");
    if (byPosition >= 0 && byPosition < positionalCount) {
      return `argument for ${name}() given by name ('${keyword}') and position (${byPosition + 1})`;
    }
    return `'${keyword}' is an invalid keyword argument for ${name}()`;
  }
}

/** The keyword-only parameters as one `**keywords`. */
function withKeywordsTogether(parameters: readonly Parameter[]): Parameter[] {
  return [...parameters.filter(({ kind }) => kind !== "keywordOnly"), make("keywords", "varKeywords")];
}

const argumentWord = (count: number): string => (count === 1 ? "argument" : "arguments");

/** PyArg_ParseTuple's complaint about the number of arguments. */
function tupleError(name: string, given: number, minimum: number, maximum: number): unknown {
  const bound = given < minimum ? minimum : maximum;
  const word = minimum === maximum ? "exactly" : given < minimum ? "at least" : "at most";
  return typeError(`${name}() takes ${word} ${bound} ${argumentWord(bound)} (${given} given)`);
}

/** CPython's _PyArg_CheckPositional. */
function positionalError(name: string, given: number, minimum: number, maximum: number): unknown {
  const bound = given < minimum ? minimum : maximum;
  const word = minimum === maximum ? "" : given < minimum ? "at least " : "at most ";
  return typeError(`${name} expected ${word}${bound} ${argumentWord(bound)}, got ${given}`);
}

function parseSignature(text: string): { bound: boolean; parameters: Parameter[] } {
  if (!text.startsWith("(") || !text.endsWith(")")) bug(`malformed signature ${text}`);
  const parameters: { name: string; kind: ParameterKind; optional: boolean; default: Value | undefined }[] = [];
  let bound = false;
  let keywordOnly = false;
  for (const item of splitTopLevel(text.slice(1, -1))) {
    if (item === "/") for (const p of parameters) p.kind = "positionalOnly";
    else if (item === "*") keywordOnly = true;
    else if (item.startsWith("$")) bound = item !== "$module";
    else if (item.startsWith("**")) parameters.push(make(item.slice(2), "varKeywords"));
    else if (item.startsWith("*")) {
      parameters.push(make(item.slice(1), "varArgs"));
      keywordOnly = true;
    } else {
      const equals = item.indexOf("=");
      const parameter = make(equals < 0 ? item : item.slice(0, equals), keywordOnly ? "keywordOnly" : "positional");
      if (equals >= 0) {
        parameter.optional = true;
        parameter.default = parseDefault(item.slice(equals + 1));
      }
      parameters.push(parameter);
    }
  }
  return { bound, parameters };
}

function make(name: string, kind: ParameterKind) {
  return {
    name: name.trim(),
    kind,
    optional: kind === "varArgs" || kind === "varKeywords",
    default: undefined as Value | undefined,
  };
}

/** Split at commas outside quotes and brackets. */
function splitTopLevel(text: string): string[] {
  const items: string[] = [];
  let depth = 0;
  let quote = "";
  let item = "";
  for (const c of text) {
    if (quote) {
      if (c === quote) quote = "";
    } else if (c === "'" || c === '"') quote = c;
    else if ("([{<".includes(c)) depth++;
    else if (")]}>".includes(c)) depth--;
    if (c === "," && depth === 0 && !quote) {
      items.push(item.trim());
      item = "";
    } else item += c;
  }
  if (item.trim()) items.push(item.trim());
  return items;
}

/** What CPython's signatures show by name. */
const CONSTANTS: ReadonlyMap<string, Value> = new Map<string, Value>([
  ["sys.maxsize", 0x7fffffffffffffffn],
  ["os.SEEK_SET", 0],
  ["select.EPOLLIN | select.EPOLLPRI | select.EPOLLOUT", 7],
  ["DEFAULT_BUFFER_SIZE", 8192],
  ["version", 4],
  ["DEFLATED", 8],
  ["DEF_BUF_SIZE", 16384],
  ["DEF_MEM_LEVEL", 8],
  ["FORMAT_AUTO", 0],
  ["MAX_WBITS", 15],
  ["Z_DEFAULT_COMPRESSION", -1],
  ["Z_DEFAULT_STRATEGY", 0],
]);

/** Values that a default in a text signature can have; undefined for `<unrepresentable>`. */
const NAMES_OF_MODULES = new Set(["DEFAULT_BUFFER_SIZE", "PrepareProtocolType", "version"]);

function parseDefault(text: string): Value | undefined {
  const source = text.trim();
  // A name of the module stands for what its functions know.
  if (source.startsWith("<") || NAMES_OF_MODULES.has(source)) return undefined;
  if (source === "None") return NONE;
  if (source === "True" || source === "False") return source === "True";
  if (source === "...") return ELLIPSIS;
  if (source === "()") return tuple([]);
  const constant = CONSTANTS.get(source);
  if (constant !== undefined) return constant;
  if (/^-?\d+$/.test(source)) {
    const value = BigInt(source);
    return value >= -9007199254740991n && value <= 9007199254740991n ? Number(value) : value;
  }
  if (/^-?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/.test(source)) return new PyFloat(Number(source));
  const string = /^(b?)(['"])(.*)\2$/s.exec(source);
  if (!string) return bug(`default ${source} in a signature`);
  const content = string[3].replace(/\\(.)/gs, (_, c: string) => ({ n: "\n", t: "\t", r: "\r" })[c] ?? c);
  return string[1] ? new PyBytes(Uint8Array.from(content, (c) => c.charCodeAt(0))) : content;
}
