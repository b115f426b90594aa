/**
 * Single executable applications of Node: a copy of Node with a snapshot of a prepared heap in it.
 *
 * `makeExecutable` starts Node to run dist/freeze/executable.js (snapshot.ts) and keep its heap. Such a program begins with
 * everything in place, and nothing to parse. What it may need later, the parts of dist/main.js and the code of modules, is
 * in assets beside the snapshot, because the time of a start grows with the size of the heap and the objects in it.
 *
 * Trap: whatever belongs to the process that made the snapshot (streams, environment, clock) is wrong in the one that
 * starts from it, so nothing of it may be kept.
 */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { crc32 } from "../util/binary/checksums.ts";
import { addElfNote } from "./elf-note.ts";

/** Files of the work folder in which a snapshot is made, and assets of the executable. */
export const PAYLOAD = "payload";
export const scriptFile = (name: string): string => `${name.replace("/", "-")}.script`;

const NOTE_NAME = "NODE_SEA_BLOB";
/** In Node itself; the digit behind it tells whether there is a blob. */
const FUSE = "NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2:";

/** Why no executable can be made. */
export class ExecutableError extends Error {
  override readonly name = "ExecutableError";
}

/**
 * Options under which Node makes the same snapshot each time: names hash alike, and the collector keeps to one thread.
 * The room for young objects is so large that none of it is used twice: V8 leaves a field of short typed arrays as it
 * was in memory, which must be nothing.
 */
const REPEATABLE = [
  "--no-warnings",
  "--random-seed=1",
  "--single-threaded",
  "--min-semi-space-size=256",
  "--max-semi-space-size=256",
];

/** What the snapshot is made of: each is a file of its work folder. */
export interface Contents {
  readonly payload: Uint8Array;
  /** dist/main.js and its parts, by their names. */
  readonly scripts: Readonly<Record<string, string>>;
}

/** Make an executable out of what snapshot.ts was bundled to. */
export function makeExecutable(script: string, { payload, scripts }: Contents, target: string): void {
  const folder = workFolder(payload);
  try {
    const parts = Object.keys(scripts).filter((name) => name !== "main");
    const assets = [PAYLOAD, ...parts.map(scriptFile)];
    fs.writeFileSync(path.join(folder, PAYLOAD), payload);
    for (const [name, text] of Object.entries(scripts)) fs.writeFileSync(path.join(folder, scriptFile(name)), text);
    fs.copyFileSync(script, path.join(folder, "program.js"));
    const sea = {
      main: "program.js",
      output: "sea.blob",
      useSnapshot: true,
      disableExperimentalSEAWarning: true,
      assets: Object.fromEntries(assets.map((file) => [file, file])),
    };
    fs.writeFileSync(path.join(folder, "sea.json"), JSON.stringify(sea));
    const problem = runNode([...REPEATABLE, "--experimental-sea-config", "sea.json"], folder);
    const file = path.join(folder, "sea.blob");
    if (problem !== null || !fs.existsSync(file)) throw new ExecutableError(problem ?? "Node made no snapshot");
    const blob = fs.readFileSync(file);
    acceptUnderUsualOptions(blob, folder);
    writeExecutable(addBlob(fs.readFileSync(process.execPath), blob), target);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** How long to wait for somebody who is just making the same executable, and how often to look, in milliseconds. */
const PATIENCE = 60_000;
const PAUSE = 100;
/** How long it may take to name the owner of a folder that was made, in milliseconds. */
const NAMING = 2000;
const OWNER = "owner";

/** Its name gets into the snapshot, so it is that of the content: who comes second with the same waits for the first. */
function workFolder(payload: Uint8Array): string {
  const folder = path.join(os.tmpdir(), `chaipy-freeze-${crc32(payload).toString(16).padStart(8, "0")}`);
  for (let waited = 0; waited < PATIENCE; waited += PAUSE) {
    try {
      fs.mkdirSync(folder, { mode: 0o700 });
      fs.writeFileSync(path.join(folder, OWNER), `${process.pid}`);
      return folder;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST" || !isOurs(folder)) break;
      if (isAbandoned(folder)) fs.rmSync(folder, { recursive: true, force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
  }
  return fs.mkdtempSync(`${folder}-`);
}

/** Not somebody else's, who may do with it what he likes. */
function isOurs(folder: string): boolean {
  const stat = fs.statSync(folder, { throwIfNoEntry: false });
  return stat === undefined || stat.uid === process.getuid?.();
}

/** Was its owner killed? One that has had its time and named no owner is nobody's either. */
function isAbandoned(folder: string): boolean {
  try {
    process.kill(Number(fs.readFileSync(path.join(folder, OWNER), "utf8")), 0);
    return false;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "ENOENT") return code === "ESRCH";
    const stat = fs.statSync(folder, { throwIfNoEntry: false });
    return stat !== undefined && Date.now() - stat.mtimeMs > NAMING;
  }
}

/** What went wrong, or null. Addresses of Node's own get into a snapshot: where the system can, they are always the same. */
function runNode(options: readonly string[], cwd: string): string | null {
  const [command = "", ...args] = ["setarch", "-R", process.execPath, ...options];
  const env = { PATH: process.env.PATH ?? "" };
  const settled = spawnSync(command, args, { cwd, env, encoding: "utf8" });
  if (settled.status === 0) return null;
  const plain = spawnSync(process.execPath, options, { cwd, env, encoding: "utf8" });
  return plain.status === 0 ? null : plain.stderr.trim();
}

/** Node starts only from a snapshot that was made under the options it has itself; these differ in nothing that lasts. */
function acceptUnderUsualOptions(blob: Buffer, cwd: string): void {
  const made = spawnSync(process.execPath, [...REPEATABLE, "-p", TAG], { cwd, env: {}, encoding: "utf8" });
  const usual = spawnSync(process.execPath, ["-p", TAG], { cwd, env: {}, encoding: "utf8" });
  const [from, to] = [made, usual].map(({ stdout }) => Number(stdout)) as [number, number];
  const pattern = Buffer.alloc(4);
  pattern.writeUInt32LE(from);
  const place = blob.subarray(0, HEADER_AT_MOST).indexOf(pattern);
  if (place < 0) throw new ExecutableError("Node's snapshot is not laid out as expected");
  blob.writeUInt32LE(to, place);
}

const TAG = "v8.cachedDataVersionTag()";
/** Node's own description of a snapshot lies within this. */
const HEADER_AT_MOST = 1024;

function addBlob(node: Buffer, blob: Buffer): Uint8Array {
  const withNote = addElfNote(node, NOTE_NAME, blob);
  if (withNote === null) throw new ExecutableError(`cannot add to ${process.execPath}: not an ELF program as expected`);
  const program = Buffer.from(withNote.buffer);
  const fuse = program.indexOf(FUSE, 0, "latin1");
  if (fuse < 0) throw new ExecutableError(`${process.execPath} makes no single executables`);
  program[fuse + FUSE.length] = "1".charCodeAt(0);
  return program;
}

/** All or nothing: a program that runs is not written over. */
function writeExecutable(content: Uint8Array, target: string): void {
  const temporary = `${target}.${process.pid}`;
  try {
    fs.writeFileSync(temporary, content, { mode: 0o755 });
    fs.renameSync(temporary, target);
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    throw new ExecutableError((error as Error).message);
  }
}

/** What follows the name of the executable on its command line. */
export function executableArguments(): string[] {
  return process.argv.slice(2);
}

/** The path of the executable itself. */
export function executablePath(): string {
  return process.execPath;
}
