/**
 * The machine of a web page or worker: files in memory, the page's clock, random bytes and time zone, and functions of the
 * page for standard input and output.
 *
 * The library is a zip archive (tools/build/browser.ts) that is laid into the tree without unpacking it: a file is
 * inflated when it is first read. Its sources, which only tracebacks and `inspect` want, come with SQLite in a second
 * archive that is fetched when the first of them is read.
 *
 * The program is the owner of this machine (user 0), so that it may write wherever it likes.
 *
 * Trap: a page may not wait, a worker may; in a page `wait` spins.
 */
import { readZip, type ZipMember } from "../util/binary/zip.ts";
import { type Clock, HostError, type Platform, type Zone } from "./host.ts";
import { MemoryHost, type MemoryHostOptions } from "./memory.ts";
import { LocalZone } from "./zone.ts";

/** What a page loads: frozen modules, compiled modules and data, and which sources there are. */
export interface Library {
  readonly frozen: Uint8Array;
  readonly files: readonly ZipMember[];
  /** Names and sizes of the sources. */
  readonly sourceSizes: ReadonlyMap<string, number>;
  /** Fetches the archive of the sources, at once or not at all. */
  readonly sources: () => Uint8Array | undefined;
}

/** The members of library.zip that are no file of the library. */
export const FROZEN_MEMBER = ".frozen";
/** A line for each source: name and size with a tab between. */
export const SOURCES_MEMBER = ".sources";

/** Read library.zip, as tools/build/browser.ts and frozen pages make it. */
export function openLibrary(archive: Uint8Array, sources: Library["sources"]): Library {
  const members = readZip(archive);
  const special = (name: string): Uint8Array =>
    members.find((member) => member.name === name)?.content() ?? new Uint8Array(0);
  const lines = new TextDecoder().decode(special(SOURCES_MEMBER)).split("\n");
  const pairs = lines.filter((line) => line !== "").map((line) => line.split("\t") as [string, string]);
  return {
    frozen: special(FROZEN_MEMBER),
    files: members.filter(({ name }) => name !== FROZEN_MEMBER && name !== SOURCES_MEMBER),
    sourceSizes: new Map(pairs.map(([name, size]) => [name, Number(size)])),
    sources,
  };
}

export interface BrowserHostOptions extends Omit<MemoryHostOptions, "frozenTimeNs"> {
  readonly library?: Library;
  /** Where the library is laid. */
  readonly libraryFolder?: string;
}

/** 1985-10-26 08:15 UTC: the time of every file of the library, as in its .pyc files. */
export const LIBRARY_TIME_NS = 499162500n * 1_000_000_000n;

export class BrowserHost extends MemoryHost {
  override readonly platform: Platform = "browser";
  /** Memory to sleep on; undefined where sleeping is not allowed. */
  private bed: Int32Array | undefined = sharedCell();

  constructor(options: BrowserHostOptions = {}) {
    super({ uid: 0, gid: 0, clock: new PageClock(), ...options });
    const { library, libraryFolder = "/usr/lib/python3.12" } = options;
    if (library !== undefined) this.layLibrary(library, libraryFolder);
  }

  override wait(seconds: number): void {
    if (seconds === Number.POSITIVE_INFINITY) throw new HostError("EDEADLK");
    if (!(seconds > 0)) return;
    const end = performance.now() + seconds * 1000;
    if (this.bed !== undefined) {
      try {
        Atomics.wait(this.bed, 0, 0, seconds * 1000);
        return;
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
        this.bed = undefined;
      }
    }
    while (performance.now() < end);
  }

  private layLibrary({ files, sourceSizes, sources }: Library, folder: string): void {
    const lay = (name: string, size: number, load: () => Uint8Array): void =>
      this.files.addLazyFile(`${folder}/${name}`, { size, mtimeNs: LIBRARY_TIME_NS, load });
    for (const { name, size, content } of files) lay(name, size, content);
    let members: Map<string, () => Uint8Array> | undefined;
    for (const [name, size] of sourceSizes) {
      lay(name, size, () => {
        const archive = members === undefined ? sources() : undefined;
        if (archive !== undefined) members = new Map(readZip(archive).map((member) => [member.name, member.content]));
        return members?.get(name)?.() ?? unavailable(`${folder}/${name}`);
      });
    }
  }
}

/** Shared memory, which a page without special headers has too, though not under its own name. */
function sharedCell(): Int32Array | undefined {
  if (typeof SharedArrayBuffer === "function") return new Int32Array(new SharedArrayBuffer(4));
  if (typeof WebAssembly !== "object") return undefined;
  return new Int32Array(new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer);
}

function unavailable(path: string): never {
  throw new HostError("EIO", path);
}

const NANOSECONDS_PER_MILLISECOND = 1_000_000n;

export class PageClock implements Clock {
  private readonly zones = new LocalZone(() => undefined);

  timeNs(): bigint {
    return BigInt(Date.now()) * NANOSECONDS_PER_MILLISECOND;
  }

  coarseSeconds(): number {
    return Math.floor(Date.now() / 1000);
  }

  monotonicNs(): bigint {
    return BigInt(Math.round(performance.now() * 1e6));
  }

  perfCounterNs(): bigint {
    return this.monotonicNs();
  }

  /** A page is not told its CPU time. */
  processTimeNs(): bigint {
    return this.monotonicNs();
  }

  zone(time: number): Zone {
    return this.zones.at(time);
  }
}

/** Fetch a file that must be there. */
export async function fetchBytes(url: URL): Promise<Uint8Array> {
  const response = await globalThis.fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Fetch a file while everything else waits; undefined if it is not to be had. */
export function fetchAtOnce(url: string): Uint8Array | undefined {
  const Request = (globalThis as { XMLHttpRequest?: new () => BlockingRequest }).XMLHttpRequest;
  if (Request === undefined) return undefined;
  const request = new Request();
  try {
    request.open("GET", url, false);
    // In a page a blocking request gives text alone: each byte as the character of its number.
    request.overrideMimeType("text/plain; charset=x-user-defined");
    request.send();
  } catch {
    return undefined;
  }
  if (request.status !== 200) return undefined;
  return Uint8Array.from(request.responseText, (character) => character.charCodeAt(0) & 0xff);
}

interface BlockingRequest {
  readonly status: number;
  readonly responseText: string;
  open(method: string, url: string, isAsync: boolean): void;
  overrideMimeType(type: string): void;
  send(): void;
}
