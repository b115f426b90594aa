/**
 * A scenario of files and commands: what each command prints and how it ends, and what lies in the folder in the end.
 *
 * Files that a scenario writes have the time WRITTEN unless it says otherwise, so headers are the same each time.
 */

export type Step =
  | { readonly kind: "run"; readonly args: readonly string[]; readonly env: Readonly<Record<string, string>> }
  | { readonly kind: "write"; readonly path: string; readonly text: string; readonly time: number }
  | { readonly kind: "bytes"; readonly path: string; readonly hex: string }
  | { readonly kind: "touch"; readonly path: string; readonly time: number }
  | { readonly kind: "remove"; readonly path: string }
  | { readonly kind: "move" | "copy" | "link"; readonly path: string; readonly to: string }
  | { readonly kind: "chmod"; readonly path: string; readonly mode: number }
  | { readonly kind: "folder"; readonly path: string }
  | { readonly kind: "cut"; readonly path: string; readonly size: number }
  | { readonly kind: "patch"; readonly path: string; readonly at: number; readonly hex: string }
  | { readonly kind: "zip"; readonly path: string; readonly members: readonly string[]; readonly shebang: string };

export interface Scenario {
  readonly name: string;
  readonly steps: readonly Step[];
}

/** One file per family of rules. */
export interface Family {
  readonly family: string;
  readonly scenarios: readonly Scenario[];
}

export const WRITTEN = 1_600_000_000;
/** The time of a cache file that nobody has written again. */
export const LONG_AGO = 1_000_000_000;

export const run = (...args: string[]): Step => ({ kind: "run", args, env: {} });
export const runWith = (env: Record<string, string>, ...args: string[]): Step => ({ kind: "run", args, env });
export const write = (path: string, text: string, time = WRITTEN): Step => ({ kind: "write", path, text, time });
export const bytes = (path: string, hex: string): Step => ({ kind: "bytes", path, hex });
export const touch = (path: string, time = LONG_AGO): Step => ({ kind: "touch", path, time });
export const remove = (path: string): Step => ({ kind: "remove", path });
export const move = (path: string, to: string): Step => ({ kind: "move", path, to });
export const copy = (path: string, to: string): Step => ({ kind: "copy", path, to });
export const link = (path: string, to: string): Step => ({ kind: "link", path, to });
export const chmod = (path: string, mode: number): Step => ({ kind: "chmod", path, mode });
export const folder = (path: string): Step => ({ kind: "folder", path });
export const cut = (path: string, size: number): Step => ({ kind: "cut", path, size });
export const patch = (path: string, at: number, hex: string): Step => ({ kind: "patch", path, at, hex });
export const zip = (path: string, members: readonly string[], shebang = ""): Step => ({
  kind: "zip",
  path,
  members,
  shebang,
});
