/** What the page and its runner (main.ts, a worker) say to each other. */
import type { Target } from "../../../embed/recording/navigate.ts";
import type { StateReport } from "../../../embed/recording/report.ts";
import type { Size } from "../../../host/page-terminal.ts";
import type { ImportRecord } from "../../explain/records.ts";
import type { UnitReport } from "../../jit/history.ts";

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
  /** Record it, to be stepped through. */
  readonly record: boolean;
}

/** Asked of the recording of a run; the answer has the same number. */
export type Query =
  | { readonly kind: "state"; readonly run: number; readonly query: number; readonly step: number }
  | {
      readonly kind: "find";
      readonly run: number;
      readonly query: number;
      readonly from: number;
      readonly direction: 1 | -1;
      readonly target: Target;
    }
  | { readonly kind: "export"; readonly run: number; readonly query: number; readonly format: ExportFormat };

export type ExportFormat = "tutor" | "chaipy";

export type ToRunner =
  | RunRequest
  | { readonly kind: "answer"; readonly run: number; readonly line: string | null }
  | Query;

/** To a runner that holds a shell. */
export type ToShell =
  | { readonly kind: "shell"; readonly files: readonly VirtualFile[]; readonly size: Size }
  | { readonly kind: "keys"; readonly bytes: Uint8Array }
  | { readonly kind: "resize"; readonly size: Size };

export type FromShell =
  | { readonly kind: "screen"; readonly text: string }
  | { readonly kind: "left"; readonly status: number };

export type Stream = "stdout" | "stderr";

export type FromRunner =
  | { readonly kind: "output"; readonly run: number; readonly stream: Stream; readonly text: string }
  /** The program wants a line of input. */
  | { readonly kind: "asks"; readonly run: number }
  | RunEnd
  /** The program has ended, or waits, and was recorded until then. */
  | { readonly kind: "recorded"; readonly run: number; readonly length: number; readonly isCut: boolean }
  | { readonly kind: "state"; readonly run: number; readonly query: number; readonly state: StateReport }
  | { readonly kind: "found"; readonly run: number; readonly query: number; readonly step: number | null }
  | { readonly kind: "exported"; readonly run: number; readonly query: number; readonly json: string };

export interface RunEnd {
  readonly kind: "ended";
  readonly run: number;
  readonly status: number;
  /** The world as the program left it. */
  readonly files: readonly VirtualFile[];
  readonly imports: readonly ImportRecord[];
  /** What the JIT made of the program's own code. */
  readonly compiled: readonly UnitReport[];
}
