/** Plays a scenario of files and commands (tests/pycache/scenarios) with an interpreter, and says what came of it. */
import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { CodeBlob } from "../../src/bytecode/code.ts";
import { constantRepr } from "../../src/bytecode/constantrepr.ts";
import { PYC_HEADER_SIZE, readPycCode } from "../../src/bytecode/pyc.ts";
import { LONG_AGO, type Scenario, type Step } from "../pycache/scenarios/scenario.ts";
import { type CommandResult, runCommand, temporaryFolder } from "./command-line.ts";
import { makeZip } from "./zip.ts";

export interface Outcome {
  readonly runs: readonly CommandResult[];
  /** Path to mode and content of all that lies in the folder. */
  readonly files: Readonly<Record<string, string>>;
}

/** A native CPython 3.12 of this machine, if there is one. */
export function findNative(): string | undefined {
  const folders = (process.env.PATH ?? "").split(path.delimiter).map((folder) => path.join(folder, "python3.12"));
  const pyenv = path.join(os.homedir(), ".pyenv", "versions");
  const versions = fs.existsSync(pyenv) ? fs.readdirSync(pyenv).filter((name) => name.startsWith("3.12.")) : [];
  const candidates = [...versions.map((name) => path.join(pyenv, name, "bin", "python3.12")), ...folders];
  return candidates.find((file) => fs.existsSync(file));
}

/** The interpreter's own folders, which messages name. */
interface Interpreter {
  readonly command: readonly string[];
  readonly stdlib: string;
}

export function chaipy(cli: string): Interpreter {
  return { command: [process.execPath, cli], stdlib: path.join(path.dirname(cli), "lib", "python3.12") };
}

export function native(python: string): Interpreter {
  const real = fs.realpathSync(python);
  return { command: [python], stdlib: path.join(path.dirname(path.dirname(real)), "lib", "python3.12") };
}

export async function playScenario(interpreter: Interpreter, { steps }: Scenario): Promise<Outcome> {
  const cwd = temporaryFolder();
  try {
    fs.chmodSync(cwd, 0o755);
    const runs: CommandResult[] = [];
    for (const step of steps) {
      if (step.kind === "run") runs.push(await play(interpreter, step.args, step.env, cwd));
      else change(cwd, step);
    }
    return { runs, files: tidy(lookAt(cwd, cwd), cwd, interpreter.stdlib) };
  } finally {
    fs.rmSync(path.dirname(cwd), { recursive: true, force: true });
  }
}

/** A program under tests/pycache/programs, in a folder of its own. */
export async function playProgram(interpreter: Interpreter, file: string): Promise<CommandResult> {
  const cwd = temporaryFolder();
  try {
    return await play(interpreter, [file], {}, cwd);
  } finally {
    fs.rmSync(path.dirname(cwd), { recursive: true, force: true });
  }
}

async function play(
  { command, stdlib }: Interpreter,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  cwd: string,
): Promise<CommandResult> {
  const shell = ["/bin/sh", "-c", 'umask 022; exec "$@"', "sh"];
  const variables = { PYTHONHASHSEED: "0", TZ: "UTC", ...env };
  const { stdout, stderr, code } = await runCommand([...shell, ...command, ...args], { cwd, env: variables });
  const executable = command[command.length - 1] ?? "";
  const plain = (text: string): string =>
    text
      .replaceAll(cwd, "<cwd>")
      .replaceAll(stdlib, "<stdlib>")
      .replaceAll(executable, "<python>")
      .replace(/^( {2}File "<(stdlib|frozen)[^\n]*)\n {4}[^\n]*\n( {4}[ ~^]*\n)?/gm, "$1\n")
      .replace(/(File "<stdlib>[^"]*", line) \d+/g, "$1 N")
      .replace(/(File "<frozen [^"]*", line) \d+/g, "$1 N")
      .replace(/0x[0-9a-f]{6,}/g, "0x...");
  return { stdout: plain(stdout), stderr: plain(stderr), code };
}

function change(cwd: string, step: Exclude<Step, { kind: "run" }>): void {
  const at = (name: string): string => path.resolve(cwd, name);
  const file = at(step.path);
  switch (step.kind) {
    case "write":
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, step.text);
      fs.chmodSync(file, 0o644);
      fs.utimesSync(file, step.time, step.time);
      return;
    case "bytes":
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, Buffer.from(step.hex, "hex"));
      return;
    case "touch":
      fs.utimesSync(file, step.time, step.time);
      return;
    case "remove":
      fs.rmSync(file, { recursive: true });
      return;
    case "move":
      fs.renameSync(file, at(step.to));
      return;
    case "copy":
      fs.copyFileSync(file, at(step.to));
      return;
    case "link":
      fs.symlinkSync(step.path, at(step.to));
      return;
    case "chmod":
      fs.chmodSync(file, step.mode);
      return;
    case "folder":
      fs.mkdirSync(file, { recursive: true });
      return;
    case "cut":
      fs.truncateSync(file, step.size);
      return;
    case "patch": {
      const content = fs.readFileSync(file);
      Buffer.from(step.hex, "hex").copy(content, step.at);
      fs.writeFileSync(file, content);
      return;
    }
    case "zip": {
      const members = new Map(step.members.map((name) => [name, fs.readFileSync(at(name))]));
      fs.writeFileSync(file, Buffer.concat([Buffer.from(step.shebang), makeZip(members)]));
    }
  }
}

/**
 * A cache prefix holds the whole path of what it caches: that of the working folder is shortened, the library's own
 * files are left out, because which of them a start imports differs.
 */
function tidy(found: Readonly<Record<string, string>>, cwd: string, stdlib: string): Record<string, string> {
  const isAbove = (folder: string, file: string): boolean => `${file}/`.startsWith(`${folder}/`);
  const isOnTheWay = (name: string): boolean => {
    const inPrefix = `/${name.slice(name.indexOf("/") + 1)}`;
    if (!name.includes("/")) return false;
    return [cwd, stdlib].some((file) => isAbove(inPrefix, file) && inPrefix !== cwd) || isAbove(stdlib, inPrefix);
  };
  const kept = Object.entries(found).filter(([name]) => !isOnTheWay(name));
  const named = kept.map(([name, text]) => [name.replace(cwd.slice(1), "<cwd>"), text] as const);
  return Object.fromEntries(named.sort(([left], [right]) => (left < right ? -1 : 1)));
}

function lookAt(cwd: string, folder: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    const name = file.slice(cwd.length + 1);
    const mode = (fs.lstatSync(file).mode & 0o7777).toString(8);
    if (entry.isSymbolicLink()) found[name] = `-> ${fs.readlinkSync(file)}`;
    else if (entry.isDirectory()) {
      found[name] = `folder ${mode}`;
      Object.assign(found, lookAt(cwd, file));
    } else found[name] = `${mode} ${describe(file, cwd)}`;
  }
  return found;
}

/** A cache file by its header, the file it names, and its code without the line tables, which differ between 3.12.x. */
function describe(file: string, cwd: string): string {
  const content = fs.readFileSync(file);
  if (!file.endsWith(".pyc")) return `${content.length} bytes`;
  const untouched = fs.statSync(file).mtimeMs === LONG_AGO * 1000 ? " untouched" : "";
  const header = content.subarray(0, PYC_HEADER_SIZE).toString("hex");
  let code = "no code";
  try {
    const blob = readPycCode(content);
    if (blob !== undefined) code = `${String(blob.co_filename).replaceAll(cwd, "<cwd>")} ${digest(blob)}`;
  } catch {
    code = "damaged";
  }
  return `${header} ${code}${untouched}`;
}

function digest(code: CodeBlob): string {
  const text = (each: CodeBlob): string =>
    JSON.stringify([
      each.co_qualname,
      Buffer.from(each.co_code).toString("hex"),
      each.co_consts.map((value) => (value instanceof CodeBlob ? text(value) : constantRepr(value))),
      each.co_names,
      each.co_localsplusnames,
      each.co_firstlineno,
      each.co_flags,
    ]);
  return createHash("sha256").update(text(code)).digest("hex").slice(0, 8);
}

/** The sections `== name` of what a program printed. */
export function sectionsOf(stdout: string): Record<string, string> {
  const parts = stdout.split(/^== (.*)\n/m);
  const sections: Record<string, string> = {};
  for (let i = 1; i < parts.length; i += 2) sections[parts[i] ?? ""] = parts[i + 1] ?? "";
  return sections;
}
