/**
 * pyexpat.xmlparser (CPython Modules/pyexpat.c).
 *
 * Text may be gathered before its handler is called (`buffer_text`); every other event hands it on first. A handler that
 * raises ends the parse, and all handlers are forgotten.
 */
import { lookupAttr, setAttr } from "../../objects/kernel/attribute.ts";
import { call } from "../../objects/kernel/call.ts";
import { NONE, typeName } from "../../objects/kernel/core-types.ts";
import { defineType, type GetSetRow } from "../../objects/kernel/define.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { intOf, jsString, PyByteArray, PyBytes, strFromJs, textOf } from "../../objects/kernel/payload.ts";
import {
  attributeError,
  newException,
  overflowError,
  PyError,
  runtimeError,
  typeError,
  valueError,
} from "../../objects/kernel/raise.ts";
import { isTrue } from "../../objects/kernel/truth.ts";
import { badArgument, intArgument } from "../../objects/types/arguments.ts";
import { getBuffer } from "../../objects/types/buffer.ts";
import { newExceptionType } from "../../objects/types/exceptions/new-exception.ts";
import { decodeBytes, encodeStr } from "../../objects/types/str-codecs.ts";
import { codePointAt, textLength } from "../../objects/types/text.ts";
import { errorMessage, errorNumber } from "./errors.ts";
import { callPython, HANDLER_NAMES, type HandlerOwner, makeHandlers } from "./handlers.ts";
import type { SingleByte } from "./input.ts";
import { XmlParser } from "./parser.ts";

export const EXPAT_ERROR = newExceptionType("xml.parsers.expat.ExpatError");

const DEFAULT_BUFFER_SIZE = 8192;
/** How much of a file is read at a time. */
const FILE_PIECE = 2048;
/** Larger data is parsed in pieces of this size. */
const LARGEST_PIECE = 1 << 20;
const LARGEST_INT = 0x7fffffff;

class PyParser extends PyObject implements HandlerOwner {
  intern: PyDict | undefined;
  bufferText = false;
  bufferSize = DEFAULT_BUFFER_SIZE;
  gathered = "";
  gatheredBytes = 0;
  orderedAttributes = false;
  specifiedAttributes = false;
  reportPrefixes = false;
  readonly handlers = new Map<string, Value>();
  defaultHandler = "DefaultHandlerExpand";
  inCallback = false;

  constructor(
    readonly parser: XmlParser,
    intern: PyDict | undefined,
  ) {
    super(PARSER);
    this.intern = intern;
  }

  setHandler(name: string, handler: Value): void {
    if (name === "CharacterDataHandler") this.flush();
    if (handler === NONE) this.handlers.delete(name);
    else this.handlers.set(name, handler);
    if (name === "DefaultHandler" || name === "DefaultHandlerExpand") {
      // Both are the one default handler of expat: the last one set counts, also if it was set to nothing.
      this.defaultHandler = name;
      this.parser.state.expandInternalEntities = name === "DefaultHandlerExpand";
    }
    this.installHandlers();
  }

  installHandlers(): void {
    const handlers = makeHandlers(this, this.handlers);
    handlers.unknownEncoding = unknownEncoding;
    this.parser.state.handlers = handlers;
  }

  callHandler(name: string, args: Value[]): Value | undefined {
    const handler = this.handlers.get(name);
    if (handler === undefined) return undefined;
    const outer = this.inCallback;
    this.inCallback = true;
    try {
      return callPython(handler, args);
    } finally {
      this.inCallback = outer;
    }
  }

  flush(): void {
    if (this.gatheredBytes === 0) return;
    const text = strFromJs(this.gathered);
    this.gathered = "";
    this.gatheredBytes = 0;
    this.callHandler("CharacterDataHandler", [text]);
  }

  parse(bytes: Uint8Array, final: boolean): Value {
    let good: boolean;
    try {
      good = this.parser.parse(bytes, final);
      if (good) this.flush();
    } catch (error) {
      this.handlers.clear();
      this.installHandlers();
      throw error;
    }
    if (!good) throw this.error(this.parser.errorCode);
    return 1;
  }

  error(code: number): PyError {
    const { line, column } = this.parser.position();
    const message = `${errorMessage(code)}: line ${line}, column ${column}`;
    const exception = newException(EXPAT_ERROR, message);
    const error = new PyError(exception);
    setAttributes(exception, { code, offset: column, lineno: line });
    return error;
  }
}

function setAttributes(target: Value, attributes: Readonly<Record<string, Value>>): void {
  for (const [name, value] of Object.entries(attributes)) setAttr(target, name, value);
}

/** The table of an encoding that Python knows: each byte must be one character. */
function unknownEncoding(name: string): SingleByte {
  const all = new PyBytes(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  const text = textOf(decodeBytes(all, all.bytes, strFromJs(name), "replace"));
  if (text === undefined || textLength(text) !== 256) throw valueError("multi-byte encodings are not supported");
  return Uint16Array.from({ length: 256 }, (_, byte) => {
    const code = codePointAt(text, byte);
    return code === 0xfffd || code > 0xffff ? 0xffff : code;
  });
}

function parse(self: PyParser, data: Value, isFinal: Value): Value {
  const final = isTrue(isFinal);
  const text = textOf(data);
  if (text !== undefined) {
    const bytes = encodeStr(data).bytes;
    self.parser.forceUtf8();
    return self.parse(bytes, final);
  }
  const bytes = getBuffer(data).slice();
  let at = 0;
  for (; bytes.length - at > LARGEST_PIECE; at += LARGEST_PIECE) {
    self.parse(bytes.subarray(at, at + LARGEST_PIECE), false);
  }
  return self.parse(bytes.subarray(at), final);
}

function parseFile(self: PyParser, file: Value): Value {
  const read = lookupAttr(file, "read");
  if (read === undefined) throw typeError("argument must have 'read' attribute");
  for (;;) {
    const piece = call(read, FILE_PIECE);
    if (!(piece instanceof PyBytes || piece instanceof PyByteArray)) {
      throw typeError(`read() did not return a bytes object (type=${typeName(piece)})`);
    }
    const { length } = piece.bytes;
    if (length > FILE_PIECE) {
      throw valueError(`read() returned too much data: ${FILE_PIECE} bytes requested, ${length} returned`);
    }
    const result = self.parse(piece.bytes.slice(), length === 0);
    if (length === 0) return result;
  }
}

/** The table of names: a new one unless it is given; none for None. */
function internArgument(intern: Value | undefined): PyDict | undefined {
  if (intern === undefined) return new PyDict();
  if (intern === NONE) return undefined;
  if (!(intern instanceof PyDict)) throw typeError("intern must be a dictionary");
  return intern;
}

/** A str argument, or None for undefined. */
function optionalText(value: Value, name: string, argument: string): string | undefined {
  if (value === NONE) return undefined;
  if (textOf(value) === undefined) throw badArgument(name, argument, "str or None", value);
  const text = jsString(value);
  if (text?.includes("\0")) throw valueError("embedded null character");
  return text;
}

/** `ParserCreate(...)`. */
export function createParser(encoding: Value, separator: Value, intern: Value | undefined): Value {
  const encodingName = optionalText(encoding, "ParserCreate", "argument 'encoding'");
  const between = optionalText(separator, "ParserCreate", "argument 'namespace_separator'");
  if (between !== undefined && encodeStr(separator).bytes.length > 1) {
    throw valueError("namespace_separator must be at most one character, omitted, or None");
  }
  const table = internArgument(intern);
  const self = new PyParser(new XmlParser(between, encodingName), table);
  self.installHandlers();
  return self;
}

function createEntityParser(self: PyParser, context: Value, encoding: Value | undefined): Value {
  const contextText = optionalText(context, "ExternalEntityParserCreate", "argument 1");
  const encodingName =
    encoding === undefined ? undefined : optionalText(encoding, "ExternalEntityParserCreate", "argument 2");
  const parser = new XmlParser(self.parser.state.separator, encodingName, self.parser, contextText);
  const made = new PyParser(parser, self.intern);
  made.bufferSize = self.bufferSize;
  made.bufferText = self.bufferText;
  made.orderedAttributes = self.orderedAttributes;
  made.specifiedAttributes = self.specifiedAttributes;
  made.reportPrefixes = self.reportPrefixes;
  for (const [name, handler] of self.handlers) made.handlers.set(name, handler);
  made.installHandlers();
  return made;
}

function useForeignDtd(self: PyParser, flag: Value): void {
  if (self.parser.isParsing) throw self.error(errorNumber("CANT_CHANGE_FEATURE_ONCE_PARSING"));
  self.parser.state.useForeignDtd = isTrue(flag);
}

function setParamEntityParsing(self: PyParser, flagArgument: Value): Value {
  const flag = intArgument(flagArgument);
  if (self.parser.isParsing) return 0;
  self.parser.state.paramEntityParsing = flag;
  return 1;
}

const cannotDelete = (): PyError => runtimeError("Cannot delete attribute");

function setBufferSize(self: PyParser, value: Value | undefined): void {
  if (value === undefined) throw cannotDelete();
  const size = intOf(value);
  if (size === undefined) throw typeError("buffer_size must be an integer");
  if (BigInt.asIntN(64, BigInt(size)) !== BigInt(size)) {
    throw overflowError("Python int too large to convert to C long");
  }
  if (size === self.bufferSize) return;
  if (size <= 0) throw valueError("buffer_size must be greater than zero");
  if (size > LARGEST_INT) throw valueError(`buffer_size must not be greater than ${LARGEST_INT}`);
  self.flush();
  self.bufferSize = Number(size);
  // The new buffer is there, so it is used.
  self.bufferText = true;
}

type Flag = "bufferText" | "orderedAttributes" | "specifiedAttributes" | "reportPrefixes";

const flagRow = (flag: Flag, changed?: (self: PyParser) => void): GetSetRow<PyParser> => [
  (self) => self[flag],
  (self, value) => {
    if (value === undefined) throw cannotDelete();
    const on = isTrue(value);
    if (flag === "bufferText" && !on) self.flush();
    self[flag] = on;
    changed?.(self);
  },
];

const handlerRow = (name: string): GetSetRow<PyParser> => [
  (self) => self.handlers.get(name) ?? NONE,
  (self, value) => {
    if (value === undefined) throw cannotDelete();
    self.setHandler(name, value);
  },
];

const place = (get: (self: PyParser) => number): GetSetRow<PyParser> => [get];
const lineNumber = place((self) => self.parser.position().line);
const columnNumber = place((self) => self.parser.position().column);
const byteIndex = place((self) => self.parser.byteIndex());

export const PARSER: PyType = defineType<PyParser>("pyexpat.xmlparser", {
  doc: "XML parser",
  traits: { noConstructor: true },
  methods: {
    Parse: ["($self, data, isfinal=False, /)", "Parse XML data.\n\n`isfinal' should be true at end of input.", parse],
    ParseFile: ["($self, file, /)", "Parse XML data from file-like object.", parseFile],
    SetBase: [
      "($self, base, /)",
      "Set the base URL for the parser.",
      (self: PyParser, base: Value) => {
        if (textOf(base) === undefined) throw badArgument("SetBase", "argument", "str", base);
        self.parser.state.base = jsString(base);
      },
    ],
    GetBase: [
      "($self, /)",
      "Return base URL string for the parser.",
      (self: PyParser) => (self.parser.state.base === undefined ? NONE : strFromJs(self.parser.state.base)),
    ],
    GetInputContext: [
      "($self, /)",
      "Return the untranslated text of the input that caused the current event.\n\nIf the event was generated by a large amount of text (such as a start tag\nfor an element with many attributes), not all of the text may be available.",
      (self: PyParser) => (self.inCallback ? new PyBytes(self.parser.inputContext()) : NONE),
    ],
    ExternalEntityParserCreate: [
      "($self, context, encoding=<unrepresentable>,\n                           /)",
      "Create a parser for parsing an external entity based on the information passed to the ExternalEntityRefHandler.",
      createEntityParser,
    ],
    SetParamEntityParsing: [
      "($self, flag, /)",
      "Controls parsing of parameter entities (including the external DTD subset).\n\nPossible flag values are XML_PARAM_ENTITY_PARSING_NEVER,\nXML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE and\nXML_PARAM_ENTITY_PARSING_ALWAYS. Returns true if setting the flag\nwas successful.",
      setParamEntityParsing,
    ],
    UseForeignDTD: [
      "($self, flag=True, /)",
      "Allows the application to provide an artificial external subset if one is not specified as part of the document instance.\n\nThis readily allows the use of a 'default' document type controlled by the\napplication, while still getting the advantage of providing document type\ninformation to the parser. 'flag' defaults to True if not provided.",
      useForeignDtd,
    ],
    SetReparseDeferralEnabled: [
      "($self, enabled, /)",
      "Enable/Disable reparse deferral; enabled by default with Expat >=2.6.0.",
      (self: PyParser, enabled: Value) => {
        self.parser.deferReparsing = isTrue(enabled);
      },
    ],
    GetReparseDeferralEnabled: [
      "($self, /)",
      "Retrieve reparse deferral enabled status; always returns false with Expat <2.6.0.",
      (self: PyParser) => self.parser.deferReparsing,
    ],
  },
  members: {
    intern: [
      (self) => self.intern ?? NONE,
      () => {
        throw attributeError("readonly attribute", NONE, NONE);
      },
    ],
  },
  getset: {
    ErrorCode: [(self) => self.parser.errorCode],
    ErrorLineNumber: lineNumber,
    ErrorColumnNumber: columnNumber,
    ErrorByteIndex: byteIndex,
    CurrentLineNumber: lineNumber,
    CurrentColumnNumber: columnNumber,
    CurrentByteIndex: byteIndex,
    buffer_size: [(self) => self.bufferSize, setBufferSize],
    buffer_text: flagRow("bufferText"),
    buffer_used: [(self) => self.gatheredBytes],
    namespace_prefixes: flagRow("reportPrefixes", (self) => {
      self.parser.state.reportPrefixes = self.reportPrefixes;
    }),
    ordered_attributes: flagRow("orderedAttributes"),
    specified_attributes: flagRow("specifiedAttributes"),
    ...Object.fromEntries(HANDLER_NAMES.map((name) => [name, handlerRow(name)])),
  },
});
