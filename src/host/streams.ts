/** Streams: what may stand behind descriptors 0, 1 and 2 in place of the process's own (tests, embedders, pages). */
import { concatenate } from "../util/binary/concatenate.ts";

export interface InputStream {
  /** Fill `target` as far as there is data; 0 is the end. */
  read(target: Uint8Array): number;
}

export interface OutputStream {
  write(data: Uint8Array): void;
}

/** A fixed text or byte string as standard input. */
export class BytesInput implements InputStream {
  private position = 0;
  private readonly bytes: Uint8Array;

  constructor(content: string | Uint8Array) {
    this.bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  }

  read(target: Uint8Array): number {
    const part = this.bytes.subarray(this.position, this.position + target.length);
    target.set(part);
    this.position += part.length;
    return part.length;
  }
}

/** Keeps what was written. */
export class BytesOutput implements OutputStream {
  private readonly parts: Uint8Array[] = [];

  write(data: Uint8Array): void {
    this.parts.push(data.slice());
  }

  bytes(): Uint8Array {
    return concatenate(this.parts);
  }

  text(): string {
    return new TextDecoder().decode(this.bytes());
  }
}

/** Hands on what is written as text; a character that is cut in two waits for its other half. */
export class TextOutput implements OutputStream {
  private readonly decoder = new TextDecoder();

  constructor(private readonly take: (text: string) => void) {}

  write(data: Uint8Array): void {
    const text = this.decoder.decode(data, { stream: true });
    if (text !== "") this.take(text);
  }
}

/** Asks for text whenever it has none left; null is the end. */
export class TextInput implements InputStream {
  private rest: Uint8Array = new Uint8Array(0);

  constructor(private readonly ask: () => string | null) {}

  read(target: Uint8Array): number {
    if (this.rest.length === 0) this.rest = new TextEncoder().encode(this.ask() ?? "");
    const part = this.rest.subarray(0, target.length);
    target.set(part);
    this.rest = this.rest.subarray(part.length);
    return part.length;
  }
}
