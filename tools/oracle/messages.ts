/** What goes between the tools and the oracle's process. */

export interface ProgramRequest {
  readonly kind: "program";
  /** Absolute. */
  readonly path: string;
  readonly argv: readonly string[];
  readonly stdin: string;
}

/** Python source whose last expression is a str. */
export interface SourceRequest {
  readonly kind: "source";
  readonly source: string;
}

export type OracleRequest = (ProgramRequest | SourceRequest) & { readonly id: number };

export interface ProgramResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

export type OracleReply =
  | { readonly id: number; readonly result: ProgramResult | string }
  | { readonly id: number; readonly error: string };
