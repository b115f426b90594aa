/**
 * The table of frozen modules: code that is in the interpreter itself (CPython Python/frozen.c).
 *
 * It is read from `frozen.bin`, which the build writes (tools/build/frozen.ts): a 32-bit little-endian
 * length, JSON, then marshalled code at the offsets the JSON names.
 */
export interface FrozenModule {
  readonly name: string;
  readonly is_package: boolean;
  readonly offset: number;
  readonly size: number;
  /** The name of the source module if it is another, null if there is no source to show. */
  readonly origname: string | null;
}

export class FrozenTable {
  private readonly modules = new Map<string, FrozenModule>();
  private readonly code: Uint8Array;

  constructor(file: Uint8Array) {
    const length = new DataView(file.buffer, file.byteOffset).getUint32(0, true);
    const entries = JSON.parse(new TextDecoder().decode(file.subarray(4, 4 + length))) as FrozenModule[];
    for (const entry of entries) this.modules.set(entry.name, entry);
    this.code = file.subarray(4 + length);
  }

  find(name: string): FrozenModule | undefined {
    return this.modules.get(name);
  }

  names(): string[] {
    return [...this.modules.keys()];
  }

  /** The marshalled code of a module. */
  codeOf(module: FrozenModule): Uint8Array {
    return this.code.subarray(module.offset, module.offset + module.size);
  }
}
