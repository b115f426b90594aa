/** The process in which the reference CPython 3.12.7 (pyodide) lives: answers one message at a time. */
import fs from "node:fs";
import path from "node:path";
import { loadPyodide, type PyodideInterface } from "pyodide";
import { ROOT } from "../build/paths.ts";
import type { OracleReply, OracleRequest, ProgramRequest, ProgramResult } from "./messages.ts";

let stdin: Uint8Array = new Uint8Array(0);
let stdout: Uint8Array[] = [];
let stderr: Uint8Array[] = [];

function takeInput(target: Uint8Array): number {
  const part = stdin.subarray(0, target.length);
  target.set(part);
  stdin = stdin.subarray(part.length);
  return part.length;
}

async function start(): Promise<PyodideInterface> {
  const python = await loadPyodide({ env: { PYTHONHASHSEED: "0", HOME: "/home/pyodide" } });
  python.setStdin({ read: takeInput });
  python.setStdout({ write: (bytes: Uint8Array) => keep(stdout, bytes) });
  python.setStderr({ write: (bytes: Uint8Array) => keep(stderr, bytes) });
  const version = python.runPython("import sys; sys.version.split()[0]") as string;
  if (version !== "3.12.7") throw new Error(`the oracle must be CPython 3.12.7, this is ${version}`);
  return python;
}

function keep(list: Uint8Array[], bytes: Uint8Array): number {
  list.push(bytes.slice());
  return bytes.length;
}

const mounted = new Set<string>();

/** Show a real folder to the reference at the same path. */
function mount(python: PyodideInterface, folder: string): void {
  if ([...mounted].some((top) => folder === top || folder.startsWith(`${top}/`))) return;
  python.FS.mkdirTree(folder);
  python.mountNodeFS(folder, folder);
  mounted.add(folder);
}

function runProgram(python: PyodideInterface, run: (path: string, argv: unknown) => number, request: ProgramRequest) {
  mount(python, path.join(ROOT, "tests"));
  mount(python, path.dirname(request.path));
  stdin = new TextEncoder().encode(request.stdin);
  stdout = [];
  stderr = [];
  const code = run(request.path, python.toPy(request.argv));
  return { stdout: decode(stdout), stderr: decode(stderr), code } satisfies ProgramResult;
}

function decode(parts: Uint8Array[]): string {
  return Buffer.concat(parts).toString("utf8");
}

const python = await start();
const driver = python.toPy({ __name__: "oracle_driver" });
python.runPython(fs.readFileSync(path.join(ROOT, "tools", "oracle", "driver.py"), "utf8"), { globals: driver });
const run = driver.get("run");

process.on("message", (request: OracleRequest) => {
  const { id } = request;
  let reply: OracleReply;
  try {
    if (request.kind === "program") reply = { id, result: runProgram(python, run, request) };
    else reply = { id, result: python.runPython(request.source) as string };
  } catch (error) {
    reply = { id, error: String(error) };
  }
  process.send?.(reply);
});
process.on("disconnect", () => process.exit());
process.send?.({ id: 0, result: "ready" } satisfies OracleReply);
