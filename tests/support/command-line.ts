/** Runs an interpreter's command line in a working folder of its own and makes the result the same on every machine. */
import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { CommandCase } from "../cli/cases.ts";
import { makeZip } from "./zip.ts";

export interface CommandResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

const TIME_LIMIT_MILLISECONDS = 60_000;

function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  const archives = new Map<string, Map<string, string>>();
  for (const [name, content] of Object.entries(files)) {
    const inArchive = /^(.*\.zip)\/(.*)$/.exec(name);
    if (inArchive !== null && typeof content === "string") {
      const [, archive = "", member = ""] = inArchive;
      archives.set(archive, (archives.get(archive) ?? new Map<string, string>()).set(member, content));
      continue;
    }
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), content);
  }
  for (const [name, members] of archives) fs.writeFileSync(path.join(folder, name), makeZip(members));
}

export interface RunOptions {
  readonly cwd: string;
  readonly stdin?: string | undefined;
  readonly env?: Readonly<Record<string, string>> | undefined;
}

/** Run a command to its end. Variables of the surroundings do not reach it. */
export function runCommand(
  command: readonly string[],
  { cwd, stdin = "", env = {} }: RunOptions,
): Promise<CommandResult> {
  const [executable = "", ...args] = command;
  const child = spawn(executable, args, {
    cwd,
    env: { PATH: process.env.PATH ?? "", HOME: cwd, LANG: "C.UTF-8", ...env },
    timeout: TIME_LIMIT_MILLISECONDS,
    killSignal: "SIGKILL",
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on("data", (part: Buffer) => stdout.push(part));
  child.stderr.on("data", (part: Buffer) => stderr.push(part));
  child.stdin.on("error", () => {});
  child.stdin.end(stdin);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) =>
      resolve({
        stdout: Buffer.concat(stdout).toString("utf8"),
        stderr: Buffer.concat(stderr).toString("utf8"),
        code: code ?? 128 + (signal === null ? 0 : os.constants.signals[signal]),
      }),
    );
  });
}

export function temporaryFolder(): string {
  const folder = path.join(fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "chaipy-cli-"))), "work");
  fs.mkdirSync(folder);
  return folder;
}

/** Run one case with `command` (an interpreter, perhaps with arguments of its own before the case's). */
export async function runCase(command: readonly string[], each: CommandCase): Promise<CommandResult> {
  const cwd = temporaryFolder();
  try {
    writeFiles(cwd, each.files ?? {});
    const { stdin, env } = each;
    const result = await runCommand([...command, ...each.args], { cwd, stdin, env });
    const executable = command[command.length - 1] ?? "";
    const plain = (text: string): string =>
      text
        .replaceAll(cwd, "<cwd>")
        .replaceAll(fs.realpathSync(executable), "<python>")
        .replaceAll(executable, "<python>")
        .replace(/File "[^"]*\/python3\.12\//g, 'File "<stdlib>/')
        .replace(/\b3\.12\.\d+\b/g, "3.12.x")
        .replace(/^import time: self[\s\S]*?(?=^program begins$)/m, "")
        .replace(/^import time: +\d+ \| +\d+ \|/gm, "import time: <own> | <all> |")
        .replace(/0x[0-9a-f]{6,}/g, "0x...");
    return { stdout: plain(result.stdout), stderr: plain(result.stderr), code: result.code };
  } finally {
    fs.rmSync(path.dirname(cwd), { recursive: true, force: true });
  }
}
