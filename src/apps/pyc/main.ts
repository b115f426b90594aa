/**
 * `chaipy pyc FILE`: what is in a `.pyc`. With the name of a source it is the file in `__pycache__` that belongs to it.
 *
 * It reads the file and nothing else: no interpreter is started, so the file of any program can be looked at.
 */
import { HostError } from "../../host/host.ts";
import { CACHE_TAG } from "../../importing/tag.ts";
import { PYC_USAGE } from "../cli/command-usage.ts";
import type { Invocation } from "../cli/invocation.ts";
import { reportPyc } from "./report.ts";
import { reportText } from "./text.ts";

export function runPyc({ args, world, print, printError }: Invocation): number {
  const files = args.filter((arg) => !arg.startsWith("--"));
  const options = args.filter((arg) => arg.startsWith("--"));
  if (files.length !== 1 || options.some((option) => option !== "--json" && option !== "--no-hex")) {
    printError(`usage: chaipy pyc ${PYC_USAGE}\n`);
    return 2;
  }
  const file = cacheFile(files[0] ?? "");
  let bytes: Uint8Array;
  try {
    bytes = world.files.readFile(file);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    printError(`chaipy pyc: ${error.message}\n`);
    return 1;
  }
  const report = reportPyc(file, bytes, world);
  const withHex = !options.includes("--no-hex");
  if (options.includes("--json")) {
    print(`${JSON.stringify(withHex ? report : { ...report, spans: undefined }, null, 2)}\n`);
  } else print(reportText(report, withHex ? bytes : undefined));
  return report.problem === null ? 0 : 1;
}

/** `cache_from_source`, for a source. */
export function cacheFile(file: string): string {
  if (!file.endsWith(".py")) return file;
  const slash = file.lastIndexOf("/") + 1;
  return `${file.slice(0, slash)}__pycache__/${file.slice(slash, -".py".length)}.${CACHE_TAG}.pyc`;
}
