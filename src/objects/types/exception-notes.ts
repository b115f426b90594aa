/** PEP 678 notes, for the places in the implementation that add one. */
import { genericLookup, setAttr } from "../kernel/attribute.ts";
import type { Value } from "../kernel/object.ts";
import { type PyBaseException, PyList } from "../kernel/payload.ts";
import { PyError, typeError } from "../kernel/raise.ts";

/** `exception.add_note(note)`. */
export function addNote(exception: PyBaseException, note: Value): void {
  const notes = genericLookup(exception, "__notes__");
  if (notes === undefined) setAttr(exception, "__notes__", new PyList([note]));
  else if (notes instanceof PyList) notes.items.push(note);
  else throw typeError("Cannot add note: __notes__ is not a list");
}

/** Run a codec; its exceptions are noted to be this codec's: "decoding with 'idna' codec failed". */
export function notingCodec<T>(verb: "encoding" | "decoding", encoding: string, body: () => T): T {
  try {
    return body();
  } catch (error) {
    if (error instanceof PyError) addNote(error.exception, `${verb} with '${encoding}' codec failed`);
    throw error;
  }
}
