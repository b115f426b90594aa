/**
 * Bytes that never change, from which code is read bit by bit (marshalcode.ts). They need not stay in memory where they
 * can be had again: a snapshot of the heap is smaller without them.
 */
import { latin1Decoder } from "../util/text/latin1.ts";

export class UnchangingBytes {
  private kept: Uint8Array | undefined = undefined;
  private keptText: string | undefined = undefined;

  /** `read` gives the same bytes each time. */
  constructor(private readonly read: () => Uint8Array) {}

  /** Always a plain array, never a Buffer: those who read them see one class of objects. */
  get bytes(): Uint8Array {
    if (this.kept === undefined) {
      const { buffer, byteOffset, byteLength } = this.read();
      this.kept = new Uint8Array(buffer, byteOffset, byteLength);
    }
    return this.kept;
  }

  /** The bytes as Latin-1. */
  get text(): string {
    this.keptText ??= latin1Decoder.decode(this.bytes);
    return this.keptText;
  }

  /** Whoever wants them next has them read again. */
  forget(): void {
    this.kept = undefined;
    this.keptText = undefined;
  }
}
