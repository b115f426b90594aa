/** All scenarios of files and commands, by family. */
import { CLAIMS } from "./claims.ts";
import { FOLDERS, NAMES, OPTIONS, SOURCELESS } from "./places.ts";
import { RUNNING } from "./running.ts";
import type { Family } from "./scenario.ts";
import { BROKEN, HASHES, STALENESS } from "./staleness.ts";
import { COMPILERS, TOOLS } from "./tools.ts";

export const FAMILIES: readonly Family[] = [
  STALENESS,
  HASHES,
  BROKEN,
  NAMES,
  FOLDERS,
  OPTIONS,
  SOURCELESS,
  RUNNING,
  COMPILERS,
  TOOLS,
  CLAIMS,
];
