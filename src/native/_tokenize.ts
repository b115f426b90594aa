/** _tokenize: the tokenizer as an iterator over what `readline` gives, for the module `tokenize` (CPython Python/Python-tokenize.c). */
import { type Text, WideText } from "../bytecode/constants.ts";
import { genericLookup, setAttr } from "../objects/kernel/attribute.ts";
import { call } from "../objects/kernel/call.ts";
import { declareType, NONE, typeName } from "../objects/kernel/core-types.ts";
import { completeType } from "../objects/kernel/define.ts";
import { EXCEPTIONS } from "../objects/kernel/exception-types.ts";
import { defineModule } from "../objects/kernel/module.ts";
import { PyObject, type PyType, type Value } from "../objects/kernel/object.ts";
import { jsString, type PyBaseException, PyBytes, strFromText, textOf, tuple } from "../objects/kernel/payload.ts";
import { PyError, suppress, typeError } from "../objects/kernel/raise.ts";
import { Signature } from "../objects/kernel/signature.ts";
import { isTrue } from "../objects/kernel/truth.ts";
import { decodeBytes, encodeStr } from "../objects/types/str-codecs.ts";
import { SyntaxProblem } from "../syntax/errors.ts";
import { iterateLines, type LineReader, type TokenInfo } from "../syntax/token-iterator.ts";
import type { WarningCategory } from "../syntax/tokenizer/lines.ts";
import { warnAt } from "./_warnings.ts";
import { interpreterHooks } from "./builtins/hooks.ts";

const TOKENIZER_ITER = declareType("TokenizerIter");
const FILENAME = "<string>";

class PyTokenizerIter extends PyObject {
  constructor(
    readonly tokens: Iterator<TokenInfo, void>,
    cls: PyType,
  ) {
    super(cls);
  }
}

const SIGNATURE = new Signature("(readline, /, *, extra_tokens, encoding=<unrepresentable>)", true);

completeType<PyTokenizerIter>(TOKENIZER_ITER, {
  module: "_tokenize",
  slots: {
    __new__: (cls, args, kwnames) => {
      const [readline, extraTokens, encoding] = SIGNATURE.bind("tokenizeriter", "tokenizeriter", args, kwnames);
      return construct(cls, readline as Value, isTrue(extraTokens as Value), encoding as Value | undefined);
    },
    __getattribute__: genericLookup,
    __iter__: (self) => self,
    __next__: nextToken,
  },
});

function construct(cls: PyType, readline: Value, extraTokens: boolean, encoding: Value | undefined): Value {
  const codec = encoding === undefined ? undefined : jsString(encoding);
  if (encoding !== undefined && codec === undefined) {
    const name = typeName(encoding) === "NoneType" ? "None" : typeName(encoding);
    throw typeError(`tokenizeriter() argument 'encoding' must be str, not ${name}`);
  }
  const read = codec === undefined ? textReader(readline) : bytesReader(readline, codec);
  return new PyTokenizerIter(iterateLines(read, { extraTokens, onWarning }), cls);
}

function textReader(readline: Value): LineReader {
  return () => {
    const line = suppress(EXCEPTIONS.StopIteration, () => call(readline));
    if (line === undefined) return undefined;
    const text = textOf(line);
    if (text === undefined) throw typeError("readline() returned a non-string object");
    if (text instanceof WideText) encodeStr(line, "utf-8");
    return text;
  };
}

function bytesReader(readline: Value, encoding: string): LineReader {
  return () => {
    const line = suppress(EXCEPTIONS.StopIteration, () => call(readline));
    if (line === undefined) return undefined;
    if (!(line instanceof PyBytes)) throw typeError("readline() returned a non-bytes object");
    return textOf(decodeBytes(line, line.bytes, encoding, "replace")) as Text;
  };
}

/** True if the filters make the warning an error. */
function onWarning(category: WarningCategory, message: string, lineno: number): boolean {
  try {
    warnAt(EXCEPTIONS[category], message, FILENAME, lineno);
    return false;
  } catch (error) {
    if (error instanceof PyError && error.is(EXCEPTIONS[category])) return true;
    throw error;
  }
}

/** (type, text, (line, column), (end line, end column), the whole line). */
function nextToken(self: PyTokenizerIter): Value | undefined {
  try {
    const { done, value } = self.tokens.next();
    if (done === true || value === undefined) return undefined;
    const { type, string, start, end, line } = value;
    return tuple([type, strFromText(string), tuple([...start]), tuple([...end]), strFromText(line)]);
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error;
    if (error.text === null && error.lineno !== null) throw errorWithoutLine(error, error.lineno);
    throw interpreterHooks().syntaxError(error, FILENAME);
  }
}

/** A SyntaxError whose place is not among its arguments (PyErr_SyntaxLocationObject). */
function errorWithoutLine({ msg, offset }: SyntaxProblem, lineno: number): PyError {
  const exception = call(EXCEPTIONS.SyntaxError, msg) as PyBaseException;
  setAttr(exception, "filename", FILENAME);
  setAttr(exception, "lineno", lineno);
  setAttr(exception, "end_lineno", lineno);
  setAttr(exception, "offset", offset ?? NONE);
  return new PyError(exception);
}

export default defineModule("_tokenize", { types: { TokenizerIter: TOKENIZER_ITER } });
