/**
 * The table of frozen modules: code that is in the interpreter itself (CPython Python/frozen.c).
 *
 * A table is a 32-bit little-endian length, that many bytes of JSON (an array of FrozenModule), then marshalled code;
 * offsets count from the end of the JSON. The build writes `frozen.bin` (tools/build/frozen.ts), `chaipy freeze` one for each
 * program.
 */
import type { Plain } from "../bytecode/constants.ts";
import { readUnchangingAt } from "../bytecode/marshalcode.ts";
import { UnchangingBytes } from "../bytecode/unchanging.ts";

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
  private readonly file: UnchangingBytes;
  /** Where the code begins. */
  private readonly start: number;
  private readonly sources = new Map<FrozenModule, UnchangingBytes>();

  /** `read` gives the same bytes each time: they are read anew after `forget`, if that comes. */
  constructor(
    read: () => Uint8Array,
    private readonly isToBeForgotten = false,
  ) {
    this.file = new UnchangingBytes(read);
    const { bytes } = this.file;
    const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
    this.start = 4 + length;
    const entries = JSON.parse(new TextDecoder().decode(bytes.subarray(4, this.start))) as FrozenModule[];
    for (const entry of entries) this.modules.set(entry.name, entry);
  }

  find(name: string): FrozenModule | undefined {
    return this.modules.get(name);
  }

  names(): string[] {
    return [...this.modules.keys()];
  }

  /** The marshalled code of a module. */
  codeOf(module: FrozenModule): Uint8Array {
    const start = this.start + module.offset;
    return this.file.bytes.subarray(start, start + module.size);
  }

  /** What it is unmarshalled to. */
  objectOf(module: FrozenModule): Plain {
    const source = this.sources.get(module) ?? new UnchangingBytes(() => this.codeOf(module), this.isToBeForgotten);
    this.sources.set(module, source);
    return readUnchangingAt(source);
  }

  /** Keep no bytes until some are wanted. */
  forget(): void {
    for (const source of this.sources.values()) source.forget();
    this.file.forget();
  }
}

/** What goes into a table: a module's marshalled code, or any other bytes under a name that is no module's. */
export interface FrozenContent {
  readonly name: string;
  readonly is_package: boolean;
  readonly origname: string | null;
  readonly code: Uint8Array;
}

/** A table as `FrozenTable` reads it. Contents that are the same object share their bytes. */
export function packFrozen(contents: readonly FrozenContent[]): Uint8Array {
  const entries: FrozenModule[] = [];
  const places = new Map<Uint8Array, number>();
  let offset = 0;
  for (const { code, ...entry } of contents) {
    const place = places.get(code) ?? offset;
    if (!places.has(code)) offset += code.length;
    places.set(code, place);
    entries.push({ ...entry, offset: place, size: code.length });
  }
  const index = new TextEncoder().encode(JSON.stringify(entries));
  const file = new Uint8Array(4 + index.length + offset);
  new DataView(file.buffer).setUint32(0, index.length, true);
  file.set(index, 4);
  for (const [code, place] of places) file.set(code, 4 + index.length + place);
  return file;
}
