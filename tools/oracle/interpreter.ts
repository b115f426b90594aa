/**
 * Runs a program on our own interpreter as it was built, in a process and a working folder of its own: by the installed
 * command, or by the script behind it if the JIT is to be told something.
 */
import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { DIST } from "../build/paths.ts";
import type { ProgramResult } from "./messages.ts";

export const CLI = path.join(DIST, "cli.js");
const SCRIPT = [process.execPath, CLI];
/** What a user starts: the installed command, where there is a shell for it. */
export const COMMAND: readonly string[] = process.platform === "win32" ? SCRIPT : [path.join(DIST, "chaipy")];
const TIME_LIMIT_MILLISECONDS = 60_000;

/** `jit` is what `-X jit` would be given. */
export async function runInterpreter(args: readonly string[], stdin: string, jit?: string): Promise<ProgramResult> {
  const cwd = fs.mkdtempSync(path.join(os.tmpdir(), "chaipy-run-"));
  try {
    return await runIn(cwd, args, stdin, jit);
  } finally {
    fs.rmSync(cwd, { recursive: true, force: true });
  }
}

function runIn(cwd: string, args: readonly string[], stdin: string, jit: string | undefined): Promise<ProgramResult> {
  const env = {
    PATH: process.env.PATH ?? "",
    HOME: cwd,
    PYTHONDONTWRITEBYTECODE: "1",
    PYTHONHASHSEED: "0",
    LANG: "C.UTF-8",
    ...(jit === undefined ? {} : { CHAIPY_JIT: jit }),
  };
  const [command = "", ...first] = jit === undefined ? COMMAND : SCRIPT;
  const child = spawn(command, [...first, ...args], {
    cwd,
    env,
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
    child.on("close", (code, signal) => {
      const killed = signal === "SIGKILL" ? `\n[killed after ${TIME_LIMIT_MILLISECONDS / 1000} s]\n` : "";
      resolve({
        stdout: Buffer.concat(stdout).toString("utf8"),
        stderr: Buffer.concat(stderr).toString("utf8") + killed,
        code: code ?? 128 + (signal === null ? 0 : os.constants.signals[signal]),
      });
    });
  });
}
