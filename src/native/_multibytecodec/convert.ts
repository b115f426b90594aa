/**
 * Whole texts through an encoding, with error handlers (CPython Modules/cjkcodecs/multibytecodec.c).
 *
 * What a handler puts in for a character is encoded in its turn, in the state that the text has reached.
 */
import {
  ByteWriter,
  type Decoded,
  type DecodeHandler,
  type EncodeHandler,
  resumePosition,
  strictEncode,
  type TextToEncode,
  TextWriter,
} from "../../util/codecs/errors.ts";
import { type Encoding, INCOMPLETE, type State } from "./encodings.ts";

const ILLEGAL_SEQUENCE = "illegal multibyte sequence";
const INCOMPLETE_SEQUENCE = "incomplete multibyte sequence";

/** `consumed` is less than all only if more may follow. */
export function decodeAll(
  encoding: Encoding,
  input: Uint8Array,
  state: State,
  handler: DecodeHandler,
  final: boolean,
): Decoded {
  const out = new TextWriter(input.length);
  let bytes = input;
  let at = 0;
  while (at < bytes.length) {
    const used = encoding.decodeStep(bytes, at, state, out);
    if (used > 0) {
      at += used;
      continue;
    }
    if (used === INCOMPLETE && !final) break;
    const end = used === INCOMPLETE ? bytes.length : at - used;
    const reason = used === INCOMPLETE ? INCOMPLETE_SEQUENCE : ILLEGAL_SEQUENCE;
    const replacement = handler({ encoding: encoding.name, bytes, start: at, end, reason });
    out.addText(replacement.text);
    bytes = replacement.bytes ?? bytes;
    at = resumePosition(replacement.resume, bytes.length);
  }
  return { text: out.finish(), consumed: at };
}

export interface Encoded {
  bytes: Uint8Array;
  /** How many characters: less than all only if more may follow. */
  consumed: number;
}

/** `flush`: no text follows; what ends the text is written. */
export function encodeAll(
  encoding: Encoding,
  text: TextToEncode,
  state: State,
  handler: EncodeHandler,
  flush: boolean,
): Encoded {
  const out = new ByteWriter(text.length * 2);
  let at = 0;
  while (at < text.length) {
    const used = encoding.encodeStep(text, at, state, out, flush);
    if (used > 0) {
      at += used;
      continue;
    }
    if (used === INCOMPLETE && !flush) break;
    const { replacement, resume } = handler({
      encoding: encoding.name,
      text,
      start: at,
      end: at + 1,
      reason: ILLEGAL_SEQUENCE,
    });
    putReplacement(encoding, replacement, state, out);
    at = resumePosition(resume, text.length);
  }
  if (flush) encoding.encodeEnd(state, out);
  return { bytes: out.finish(), consumed: at };
}

function putReplacement(
  encoding: Encoding,
  replacement: TextToEncode | Uint8Array,
  state: State,
  out: ByteWriter,
): void {
  if (replacement instanceof Uint8Array) return out.addAll(replacement);
  for (let at = 0; at < replacement.length; ) {
    const used = encoding.encodeStep(replacement, at, state, out, true);
    if (used > 0) at += used;
    else {
      // What cannot be encoded in its turn is an error, whatever the handler: it has had its say.
      strictEncode({ encoding: encoding.name, text: replacement, start: at, end: at + 1, reason: ILLEGAL_SEQUENCE });
    }
  }
}
