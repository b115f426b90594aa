/**
 * dist/browser/chaipy.js: Python for pages and workers.
 *
 * `const python = await createPython({ stdout: console.log, files: { "/home/user/a.py": "print(1)" } });`
 * `python.runScript("/home/user/a.py");`
 */
import { BrowserHost, fetchAtOnce, fetchBytes, openLibrary } from "../host/browser.ts";
import { TextInput, TextOutput } from "../host/streams.ts";
import type { BrowserOptions, Python } from "./api.ts";
import { EmbeddedPython } from "./python.ts";

const PREFIX = "/usr";
const EXECUTABLE = `${PREFIX}/bin/python3.12`;

/** Fetch the library and make an interpreter ready. */
export async function createPython(options: BrowserOptions = {}): Promise<Python> {
  const base = new URL(options.from ?? ".", import.meta.url);
  const archive = options.library ?? (await fetchBytes(new URL("library.zip", base)));
  const { sources = () => fetchAtOnce(new URL("sources.zip", base).href) } = options;
  const library = openLibrary(archive, sources instanceof Uint8Array ? () => sources : sources);
  const { stdin = "" } = options;
  const world = new BrowserHost({
    files: options.files ?? {},
    environment: options.environment ?? {},
    cwd: options.cwd ?? "/home/user",
    executable: EXECUTABLE,
    stdin: typeof stdin === "string" ? stdin : new TextInput(stdin),
    stdout: new TextOutput(options.stdout ?? (() => {})),
    stderr: new TextOutput(options.stderr ?? (() => {})),
    library,
    libraryFolder: `${PREFIX}/lib/python3.12`,
  });
  const { hashSeed, optimize = 0, dontWriteBytecode = false } = options;
  return new EmbeddedPython(world, {
    frozen: library.frozen,
    prefix: PREFIX,
    settings: { hashSeed, optimize, dontWriteBytecode },
  });
}
