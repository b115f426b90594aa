/** What liblzma's functions refuse, by the texts that CPython gives to its return codes (Modules/_lzmamodule.c). */

const TEXTS = {
  memory: "Memory usage limit exceeded",
  format: "Input format not supported by decoder",
  options: "Invalid or unsupported options",
  data: "Corrupt input data",
  check: "Unsupported integrity check",
  program: "Internal error",
} as const;

export type ProblemName = keyof typeof TEXTS;

/** Becomes an LZMAError at the module's face. */
export class LzmaProblem {
  readonly text: string;

  constructor(readonly name: ProblemName) {
    this.text = TEXTS[name];
  }
}

export function refuse(name: ProblemName): never {
  throw new LzmaProblem(name);
}
