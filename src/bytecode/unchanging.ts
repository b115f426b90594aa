/**
 * Bytes that never change, from which code is read bit by bit (marshalcode.ts). They need not stay in memory where they
 * can be had again: a snapshot of the heap is smaller without them.
 */
import { latin1Decoder } from "../util/text/latin1.ts";

/** Who has taken something from the bytes that can be found in them again. */
interface Reader {
  sourceForgotten(): void;
}

export class UnchangingBytes {
  readonly readers: Reader[] = [];
  private kept: Uint8Array | undefined = undefined;
  private keptText: string | undefined = undefined;

  /** `read` gives the same bytes each time. */
  constructor(
    private readonly read: () => Uint8Array,
    private isToBeForgotten = false,
  ) {}

  /** Always a plain array, never a Buffer: those who read them see one class of objects. */
  get bytes(): Uint8Array {
    if (this.kept === undefined) {
      const { buffer, byteOffset, byteLength } = this.read();
      this.kept = new Uint8Array(buffer, byteOffset, byteLength);
    }
    return this.kept;
  }

  /** The bytes as Latin-1. Trap: V8 keeps the whole text alive for each longer piece of it, so whoever forgets has pieces only. */
  get text(): string | undefined {
    if (this.isToBeForgotten) return undefined;
    this.keptText ??= latin1Decoder.decode(this.bytes);
    return this.keptText;
  }

  piece(start: number, end: number): string {
    return latin1Decoder.decode(this.bytes.subarray(start, end));
  }

  /** Whoever wants them next has them read again. */
  forget(): void {
    this.kept = undefined;
    this.keptText = undefined;
    this.isToBeForgotten = false;
    for (const reader of this.readers) reader.sourceForgotten();
  }
}
