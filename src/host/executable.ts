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
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { crc32 } from "../util/binary/checksums.ts";
import { claimFolder, isAbandoned } from "./claimed-folder.ts";
import { addElfNote } from "./elf-note.ts";
import { pause } from "./node-calls.ts";
import { acceptUnder, REPEATABLE, runNode } from "./snapshot-blob.ts";

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

/** What the snapshot is made of: each is a file of its work folder. */
export interface Contents {
  readonly payload: Uint8Array;
  /** dist/main.js and its parts, by their names. */
  readonly scripts: Readonly<Record<string, string>>;
}

/** The bytes of an executable out of what snapshot.ts was bundled to. */
export function makeExecutable(script: string, { payload, scripts }: Contents): Uint8Array {
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
    if (!acceptUnder([], blob, REPEATABLE, folder))
      throw new ExecutableError("Node's snapshot is not laid out as expected");
    return addBlob(fs.readFileSync(process.execPath), blob);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** How long to wait for somebody who is just making the same executable, and how often to look, in milliseconds. */
const PATIENCE = 60_000;
const PAUSE = 100;

/** Its name gets into the snapshot, so it is that of the content: who comes second with the same waits for the first. */
function workFolder(payload: Uint8Array): string {
  const folder = path.join(os.tmpdir(), `chaipy-freeze-${crc32(payload).toString(16).padStart(8, "0")}`);
  for (let waited = 0; waited < PATIENCE; waited += PAUSE) {
    try {
      claimFolder(folder);
      return folder;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST" || !isOurs(folder)) break;
      if (isAbandoned(folder)) fs.rmSync(folder, { recursive: true, force: true });
      else pause(PAUSE);
    }
  }
  return fs.mkdtempSync(`${folder}-`);
}

/** Not somebody else's, who may do with it what he likes. */
function isOurs(folder: string): boolean {
  const stat = fs.statSync(folder, { throwIfNoEntry: false });
  return stat === undefined || stat.uid === process.getuid?.();
}

function addBlob(node: Buffer, blob: Buffer): Uint8Array {
  const withNote = addElfNote(node, NOTE_NAME, blob);
  if (withNote === null) throw new ExecutableError(`cannot add to ${process.execPath}: not an ELF program as expected`);
  const program = Buffer.from(withNote.buffer);
  const fuse = program.indexOf(FUSE, 0, "latin1");
  if (fuse < 0) throw new ExecutableError(`${process.execPath} makes no single executables`);
  program[fuse + FUSE.length] = "1".charCodeAt(0);
  return program;
}

/** What follows the name of the executable on its command line. */
export function executableArguments(): string[] {
  return process.argv.slice(2);
}

/** The path of the executable itself. */
export function executablePath(): string {
  return process.execPath;
}
