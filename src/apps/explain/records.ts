/** The records of lib/_importstory.py, as its JSON gives them. */

/** One import, or one `importlib.reload`. */
export interface ImportRecord {
  readonly name: string;
  readonly kind: "import" | "reload";
  /** How many other imports were going on. */
  readonly depth: number;
  /** The finders of `sys.meta_path` that were asked, and whether each had an answer. */
  readonly finders: readonly (readonly [string, boolean])[];
  /** The places of the path that were searched, and what was found there. */
  readonly searched: readonly (readonly [string, string | null])[];
  readonly origin: string | null;
  readonly loader: string | null;
  /** The `.pyc` that belongs to it. */
  readonly cache: string | null;
  readonly cache_used: boolean;
  readonly cache_reason: string | null;
  /** "yes", or "no: " and why; null if there was nothing to write. */
  readonly written: string | null;
  readonly error: string | null;
  /** Milliseconds of each step. */
  readonly times: Readonly<Partial<Record<Step, number>>>;
}

export type Step = "find" | "read" | "unmarshal" | "compile" | "write" | "execute";
export const STEPS: readonly Step[] = ["find", "read", "unmarshal", "compile", "write", "execute"];
