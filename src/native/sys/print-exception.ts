/**
 * An exception as it is printed when nobody caught it (CPython Python/pythonrun.c: _PyErr_Display): the chain of
 * causes and contexts, groups, notes, syntax errors, suggestions.
 */
import { lookupAttr } from "../../objects/kernel/attribute.ts";
import { isInstance, NONE } from "../../objects/kernel/core-types.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import { toArray } from "../../objects/kernel/iterate.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { intOf, jsString, type PyBaseException, PyList, PyTuple } from "../../objects/kernel/payload.ts";
import { reprText, strText } from "../../objects/kernel/protocol.ts";
import { PyError } from "../../objects/kernel/raise.ts";
import { PyTraceback } from "../../vm/types/traceback.ts";
import { formatFrames, frameLimit } from "./print-frames.ts";
import { suggestionFor } from "./suggestions.ts";

const CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n";
const CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n";
const MAX_GROUP_WIDTH = 15;
const MAX_GROUP_DEPTH = 10;

/** Builds the text; `depth` counts the groups around, which indent and get a margin. */
class Printer {
  text = "";
  private depth = 0;
  private needClose = false;
  private readonly seen = new Set<PyBaseException>();

  /** The exception with everything that led to it. */
  chain(exception: PyBaseException): void {
    this.seen.add(exception);
    const { cause, context } = exception;
    if (cause !== null) {
      if (!this.seen.has(cause)) this.chained(cause, CAUSE);
    } else if (context !== null && !exception.suppressContext && !this.seen.has(context)) {
      this.chained(context, CONTEXT);
    }
    if (isInstance(exception, EXCEPTIONS.BaseExceptionGroup)) this.group(exception);
    else this.single(exception);
  }

  private chained(exception: PyBaseException, message: string): void {
    const { needClose } = this;
    this.chain(exception);
    this.needClose = needClose;
    this.emit(message);
  }

  /** Add lines behind indentation and margin. */
  private emit(lines: string, margin = "|"): void {
    const prefix = " ".repeat(2 * this.depth) + (this.depth > 0 ? `${margin} ` : "");
    for (const line of lines.split(/(?<=\n)/)) this.text += prefix + line;
  }

  private single(exception: PyBaseException): void {
    this.traceback(exception, "Traceback (most recent call last):\n", "|");
    this.emit(finalLines(exception));
  }

  private traceback(exception: PyBaseException, header: string, margin: string): void {
    if (!(exception.traceback instanceof PyTraceback) || frameLimit() === 0) return;
    this.emit(header, margin);
    this.emit(formatFrames(exception.traceback));
  }

  private group(exception: PyBaseException): void {
    if (this.depth > MAX_GROUP_DEPTH) {
      this.emit(`... (max_group_depth is ${MAX_GROUP_DEPTH})\n`);
      return;
    }
    const top = this.depth === 0;
    if (top) this.depth++;
    this.traceback(exception, "Exception Group Traceback (most recent call last):\n", this.depth === 1 ? "+" : "|");
    this.emit(finalLines(exception));
    this.members(toArray(lookupAttr(exception, "exceptions") ?? new PyList([])));
    if (top) this.depth = 0;
  }

  private members(all: readonly Value[]): void {
    const count = Math.min(all.length, MAX_GROUP_WIDTH + 1);
    this.needClose = false;
    for (let i = 0; i < count; i++) {
      const isLast = i === count - 1;
      // A member that is a group closes the frame itself.
      if (isLast) this.needClose = true;
      const truncated = i >= MAX_GROUP_WIDTH;
      const title = truncated ? "..." : `${i + 1}`;
      const indent = " ".repeat(2 * this.depth);
      this.text += `${indent}${i === 0 ? "+-" : "  "}+---------------- ${title} ----------------\n`;
      this.depth++;
      if (truncated) {
        const more = all.length - MAX_GROUP_WIDTH;
        this.emit(`and ${more} more exception${more > 1 ? "s" : ""}\n`);
      } else this.chain(all[i] as PyBaseException);
      if (isLast && this.needClose) {
        this.text += `${" ".repeat(2 * this.depth)}+------------------------------------\n`;
        this.needClose = false;
      }
      this.depth--;
    }
  }
}

/** The whole text for an exception, ending in a newline. */
export function formatException(exception: PyBaseException): string {
  const printer = new Printer();
  printer.chain(exception);
  return printer.text;
}

/** str() of a value, or what stands for it if that fails. */
function safely(value: Value, convert: (value: Value) => string, otherwise: string): string {
  try {
    return convert(value);
  } catch (error) {
    if (error instanceof PyError) return otherwise;
    throw error;
  }
}

/** "module.Class" as far as it is shown. */
function typeText(exception: PyBaseException): string {
  const { cls } = exception;
  const module = lookupAttr(cls, "__module__");
  const text = module === undefined ? undefined : jsString(module);
  if (text === "builtins" || text === "__main__") return cls.qualname;
  return `${text ?? "<unknown>"}.${cls.qualname}`;
}

/** Type and message, for a SyntaxError with the place before it, and the notes. */
function finalLines(exception: PyBaseException): string {
  const place = isInstance(exception, EXCEPTIONS.SyntaxError) ? syntaxPlace(exception) : undefined;
  const text =
    place === undefined
      ? safely(exception, strText, "<exception str() failed>")
      : safely(place.message, strText, "<exception str() failed>");
  const message = text === "" ? "" : `: ${text}`;
  return `${place?.text ?? ""}${typeText(exception)}${message}${suggestionFor(exception)}\n${notes(exception)}`;
}

function notes(exception: PyBaseException): string {
  const value = lookupAttr(exception, "__notes__");
  if (value === undefined || value === NONE) return "";
  if (!(value instanceof PyList || value instanceof PyTuple)) {
    return `${safely(value, reprText, "<__notes__ repr() failed>")}\n`;
  }
  return value.items.map((note) => `${safely(note, strText, "<note str() failed>")}\n`).join("");
}

/** File, line and source of a SyntaxError that has them, and its bare message; undefined if it has not. */
function syntaxPlace(exception: PyBaseException): { text: string; message: Value } | undefined {
  const attribute = (name: string): Value => lookupAttr(exception, name) ?? NONE;
  const line = intOf(attribute("lineno"));
  if (line === undefined || lookupAttr(exception, "print_file_and_line") === undefined) return undefined;
  const file = attribute("filename");
  const name = file === NONE ? "<string>" : safely(file, strText, "<string>");
  let text = `  File "${name}", line ${line}\n`;
  const source = jsString(attribute("text"));
  if (source !== undefined) {
    text += syntaxSource(source, intOf(attribute("offset")), intOf(attribute("end_offset")));
  }
  return { text, message: attribute("msg") };
}

function syntaxSource(source: string, offset: number | bigint | undefined, last: number | bigint | undefined): string {
  const line = source.replace(/\n$/, "");
  const shown = line.replace(/^[ \t\f]+/, "");
  const cut = line.length - shown.length;
  let text = `    ${shown}\n`;
  if (offset === undefined) return text;
  const start = Math.min(Number(offset) - 1 - cut, shown.length);
  let end = Number(last ?? 0) <= 0 ? start + 1 : Number(last) - 1 - cut;
  end = Math.max(start + 1, Math.min(end, shown.length));
  if (start >= 0) text += `    ${" ".repeat(columns(shown.slice(0, start)))}${"^".repeat(end - start)}\n`;
  return text;
}

const columns = (text: string): number => Array.from(text).length;
