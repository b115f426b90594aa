/**
 * dist/start/make.js: makes the snapshot from which dist/chaipy (tools/build/chaipy.sh) starts, and enters it into
 * dist/.start/table. The build runs it, and otherwise the first start that misses the snapshot.
 *
 * The table's first line is the folder it was made for; every other one has a snapshot's file, the system's boot
 * (and so its processor), and what ls(1) says of the Node program that belongs to it, as the launcher asks it. The file "-"
 * says that none can be made.
 *
 * Trap: an entry that does not fit makes Node print an error and end, so a snapshot has started once before it is entered, and
 * files stay a while after their entry has gone.
 */
import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { crc32 } from "../util/binary/checksums.ts";
import { claimFolder, isAbandoned } from "./claimed-folder.ts";
import { acceptUnder, REPEATABLE, runNode } from "./snapshot-blob.ts";

const NONE = "-";
/** Entries of other Nodes that are kept. */
const OTHERS = 3;
/** How long a launcher may take from its look at the table to the snapshot, in milliseconds. */
const GRACE = 3_600_000;

/**
 * The launcher's options: to hash all names anew, and first to find a seed for it, takes V8 a fifth of a start. Trap: who
 * knows the seed can choose keys that all hash alike, so each snapshot has one that nobody knows. V8's own 16 MB for young
 * objects are few for Python, where every number may be an object: most would be copied before they die.
 */
const STARTING = ["--no-rehash-snapshot", "--max-semi-space-size=64"];
/** As many as Node chooses from. */
const SEEDS = 2 ** 48 - 1;

const script = fs.realpathSync(process.argv[1] as string);
const folder = path.dirname(path.dirname(script));
const made = path.join(folder, ".start");
const table = path.join(made, "table");

interface Entry {
  readonly file: string;
  readonly boot: string;
  readonly node: string;
}

function readTable(): Entry[] {
  if (!fs.existsSync(table)) return [];
  const [place, ...lines] = fs.readFileSync(table, "utf8").trimEnd().split("\n");
  if (place !== folder) return [];
  return lines.map((line) => {
    const [file = "", boot = "", ...node] = line.split(" ");
    return { file, boot, node: node.join(" ") };
  });
}

function writeTable(entries: readonly Entry[]): void {
  const temporary = `${table}.${process.pid}`;
  const lines = entries.map(({ file, boot, node }) => `${file} ${boot} ${node}\n`);
  fs.writeFileSync(temporary, `${folder}\n${lines.join("")}`);
  fs.renameSync(temporary, table);
}

/** As the launcher asks for it. */
function describe(node: string): string {
  const { TIME_STYLE: _, ...environment } = process.env;
  const env = { ...environment, LC_ALL: "C", TZ: "UTC0" };
  const { status, stdout } = spawnSync("/bin/ls", ["-Lnic", node], { env, encoding: "utf8" });
  return status === 0 ? stdout.trimEnd() : "";
}

/** The name of a file from which this Node starts. */
function snapshot(work: string, old: string | undefined): string {
  if (old !== undefined && isRecent(old) && starts(old)) return old;
  const output = path.join(work, "blob");
  const options = [...REPEATABLE, `--hash-seed=${1 + randomInt(SEEDS)}`];
  const program = path.join(folder, "start", "snapshot.js");
  if (runNode([...options, "--snapshot-blob", output, "--build-snapshot", program], work) !== null) return NONE;
  const blob = fs.readFileSync(output);
  if (!acceptUnder(STARTING, blob, options, work)) return NONE;
  const file = crc32(blob).toString(16).padStart(8, "0");
  fs.writeFileSync(output, blob);
  fs.renameSync(output, path.join(made, file));
  return starts(file) ? file : NONE;
}

/** Is it of the scripts that are there? */
function isRecent(file: string): boolean {
  const [blob, main] = [path.join(made, file), path.join(folder, "main.js")].map((each) =>
    fs.statSync(each, { throwIfNoEntry: false }),
  );
  return blob !== undefined && main !== undefined && blob.mtimeMs > main.mtimeMs;
}

function starts(file: string): boolean {
  const options = ["--snapshot-blob", path.join(made, file), ...STARTING];
  const args = [...options, path.join(folder, "chaipy"), "-I", "-c", "print(6*7)"];
  const { status, stdout } = spawnSync(process.execPath, args, { env: {}, encoding: "utf8" });
  return status === 0 && stdout === "42\n";
}

function enter(node: string, work: string): void {
  const boot = fs.readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  const description = describe(node);
  if (description === "") return;
  const old = readTable();
  // Many a `node` only looks for the Node to be run.
  const isThis = fs.realpathSync(node) === fs.realpathSync(process.execPath);
  const file = isThis ? snapshot(work, old.find((entry) => entry.node === description)?.file) : NONE;
  if (describe(node) !== description) return;
  const entries = [{ file, boot, node: description }, ...old.filter((entry) => entry.node !== description)];
  const kept = entries.slice(0, 1 + OTHERS);
  writeTable(kept);
  removeOthers(new Set(kept.map((entry) => entry.file)));
}

function removeOthers(files: ReadonlySet<string>): void {
  for (const { name } of fs.readdirSync(made, { withFileTypes: true }).filter((entry) => entry.isFile())) {
    const file = path.join(made, name);
    if (name === path.basename(table) || files.has(name) || Date.now() - fs.statSync(file).mtimeMs < GRACE) continue;
    fs.rmSync(file, { force: true });
  }
}

function make(node: string): void {
  const work = path.join(made, "making");
  fs.mkdirSync(made, { recursive: true });
  if (fs.existsSync(work) && isAbandoned(work)) fs.rmSync(work, { recursive: true, force: true });
  claimFolder(work);
  try {
    enter(node, work);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

try {
  make(process.argv[2] ?? process.execPath);
} catch {
  // Somebody else is making it, or nobody may write there: the next start is as slow as this one was.
}
