/** What the page and its runner (main.ts, a worker) say to each other. */
import type { ImportRecord } from "../../explain/records.ts";

/** A file of the program's own world. */
export interface VirtualFile {
  readonly path: string;
  readonly content: Uint8Array;
  /** When it was changed, in nanoseconds since 1970. */
  readonly mtimeNs: bigint;
}

export interface RunRequest {
  readonly kind: "run";
  /** Answers carry it, so that what comes late from a run that was given up is known. */
  readonly run: number;
  readonly script: string;
  readonly files: readonly VirtualFile[];
  readonly optimize: number;
}

export type ToRunner = RunRequest | { readonly kind: "answer"; readonly run: number; readonly line: string | null };

export type Stream = "stdout" | "stderr";

export type FromRunner =
  | { readonly kind: "output"; readonly run: number; readonly stream: Stream; readonly text: string }
  /** The program wants a line of input. */
  | { readonly kind: "asks"; readonly run: number }
  | RunEnd;

export interface RunEnd {
  readonly kind: "ended";
  readonly run: number;
  readonly status: number;
  /** The world as the program left it. */
  readonly files: readonly VirtualFile[];
  readonly imports: readonly ImportRecord[];
}
